using System.Text;
using Parsimony.Context;

namespace Parsimony;

/// <summary>Reads a folder of agents' Markdown files, subfolders included, into options. What the options say of an agent already stays.</summary>
internal static class AgentFolder
{
    /// <summary>The name under which the folder is configured.</summary>
    internal const string Key = "contextFilter.agentsFolder";

    internal const int MaxFiles = 1_000;
    internal const int MaxFileBytes = 1 << 20;
    private const int MaxDepth = 8;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the folder. Every mistake becomes an error or a warning of the options; nothing is thrown.</summary>
    /// <param name="folder">The folder; relative to the current directory.</param>
    /// <param name="options">The options to fill.</param>
    public static void Load(string folder, ParsimonyOptions options)
    {
        var files = new List<string>();
        try
        {
            if (!Directory.Exists(folder))
            {
                options.LoadErrors.Add(new ConfigurationError(Key, folder, "must be a folder that exists; name it, or leave the key out"));
                return;
            }

            Find(new DirectoryInfo(folder), MaxDepth, files);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            options.LoadErrors.Add(new ConfigurationError(Key, folder, "must be a folder that can be read, with all in it"));
            return;
        }

        if (files.Count > MaxFiles)
        {
            options.LoadErrors.Add(new ConfigurationError(Key, folder, $"must be a folder of agents: it holds more than {MaxFiles} Markdown files"));
            return;
        }

        if (files.Count == 0)
        {
            options.LoadWarnings.Add($"{Key} = {folder}: it holds no Markdown file.");
        }

        files.Sort(StringComparer.Ordinal);
        var agents = new List<AgentMarkdown>();
        foreach (var file in files)
        {
            if (Text(file, options) is { } text && AgentMarkdown.Read(file, text, options) is { } agent)
            {
                agents.Add(agent);
            }
        }

        Merge(agents, options);
    }

    // Links to files are followed, as mounted configurations are made of them; links to folders, which may lead in circles, are not.
    private static void Find(DirectoryInfo folder, int depth, List<string> files)
    {
        files.AddRange(folder.EnumerateFiles().Where(static f => f.Extension.Equals(".md", StringComparison.OrdinalIgnoreCase)).Take(MaxFiles + 1).Select(static f => f.ToString()));
        foreach (var inner in folder.EnumerateDirectories())
        {
            if (depth > 0 && files.Count <= MaxFiles && inner.LinkTarget is null && !inner.Name.StartsWith('.'))
            {
                Find(inner, depth - 1, files);
            }
        }
    }

    private static string? Text(string file, ParsimonyOptions options)
    {
        try
        {
            if (IsEmpty(file))
            {
                return "";
            }

            using var stream = File.OpenRead(file);
            var bytes = new byte[Math.Min(stream.Length, MaxFileBytes) + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length > MaxFileBytes)
            {
                options.LoadErrors.Add(new ConfigurationError(file, null, "an agent's file must be smaller than 1 MB; take it out of the folder"));
                return null;
            }

            var text = StrictUtf8.GetString(bytes, 0, length);
            if (!text.Contains('\0', StringComparison.Ordinal))
            {
                return text;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            options.LoadErrors.Add(new ConfigurationError(Key, file, "must be a file that can be read; mend it, or take it out of the folder"));
            return null;
        }
        catch (DecoderFallbackException)
        {
            // Said below.
        }

        options.LoadErrors.Add(new ConfigurationError(Key, file, "must be a text in UTF-8; mend it, or take it out of the folder"));
        return null;
    }

    // Pipes and devices pass for empty files too, and opening a pipe waits until somebody writes into it: what is empty is not opened.
    private static bool IsEmpty(string file)
    {
        var info = new FileInfo(file);
        return ((info.ResolveLinkTarget(returnFinalTarget: true) as FileInfo) ?? info).Length == 0;
    }

    private static void Merge(List<AgentMarkdown> agents, ParsimonyOptions options)
    {
        var files = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var keywords = new AgentKeywords(agents.ConvertAll(static a => a.Summary));
        for (var i = 0; i < agents.Count; i++)
        {
            var agent = agents[i];
            if (!files.TryAdd(agent.Name, agent.File))
            {
                options.LoadErrors.Add(new ConfigurationError($"{agent.File}, name", agent.Name, $"must be the agent's own: {files[agent.Name]} has it too; rename one of them"));
                continue;
            }

            var known = options.Context.Agents.FirstOrDefault(a => a.Key.Equals(agent.Name, StringComparison.OrdinalIgnoreCase)).Value;
            var merged = known ?? (options.Context.Agents[agent.Name] = new AgentSpecialization());
            Fill(merged, agent.Specialization);
            if (merged.Keywords.Count == 0)
            {
                merged.Keywords = [.. keywords.Of(i)];
            }
        }
    }

    /// <summary>Takes from a file what code and configuration leave unsaid.</summary>
    internal static void Fill(AgentSpecialization agent, AgentSpecialization file)
    {
        agent.Keywords = agent.Keywords.Count > 0 ? agent.Keywords : file.Keywords;
        agent.RequiredKinds = agent.RequiredKinds.Count > 0 ? agent.RequiredKinds : file.RequiredKinds;
        agent.ExcludedKinds = agent.ExcludedKinds.Count > 0 ? agent.ExcludedKinds : file.ExcludedKinds;
        foreach (var (part, weight) in file.Weights)
        {
            agent.Weights.TryAdd(part, weight);
        }

        agent.MaxContextTokens ??= file.MaxContextTokens;
    }
}
