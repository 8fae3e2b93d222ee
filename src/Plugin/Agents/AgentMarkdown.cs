using Parsimony.Context;

namespace Parsimony;

/// <summary>
/// An agent as a Markdown file describes it: front matter with <c>name</c>, <c>description</c> and the keys of
/// <c>contextFilter.agents.*</c>, then prose. Keys of other programs (<c>model</c>, <c>tools</c>) are let be.
/// </summary>
internal sealed class AgentMarkdown
{
    private const string Section = "contextFilter.agents.*.";
    private const string Suffix = ".agent";

    private static readonly IReadOnlyList<ConfigurationKey> Keys =
        [.. ConfigurationKeys.All.Where(static k => k.Path.StartsWith(Section, StringComparison.Ordinal))];

    private AgentMarkdown(string name, string file, string summary, AgentSpecialization specialization)
    {
        Name = name;
        File = file;
        Summary = summary;
        Specialization = specialization;
    }

    /// <summary>Gets the agent's name: the key <c>name</c>, else the name of the file.</summary>
    public string Name { get; }

    /// <summary>Gets the path of the file.</summary>
    public string File { get; }

    /// <summary>Gets what says in short what the agent is for: its name, its description and the headings of the prose.</summary>
    public string Summary { get; }

    public AgentSpecialization Specialization { get; }

    /// <summary>Reads a file's text.</summary>
    /// <param name="file">The path, for the errors.</param>
    /// <param name="text">The text.</param>
    /// <param name="report">Receives errors and warnings.</param>
    /// <returns>The agent; null where the file describes none or cannot be read as one.</returns>
    public static AgentMarkdown? Read(string file, string text, ParsimonyOptions report)
    {
        FrontMatter? matter;
        try
        {
            matter = FrontMatter.Read(text);
        }
        catch (FrontMatterException mistake)
        {
            report.LoadErrors.Add(new ConfigurationError($"{file}, line {mistake.Line}", mistake.Text, mistake.Message));
            return null;
        }

        if (matter is null)
        {
            report.LoadWarnings.Add($"{file} describes no agent and has no effect: it does not begin with front matter (a line of three hyphens, keys, and such a line again).");
            return null;
        }

        var errors = report.LoadErrors.Count;
        var scratch = new ParsimonyOptions();
        var known = new Dictionary<string, FrontMatterEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in matter.Entries)
        {
            if (!known.TryAdd(entry.Key, entry))
            {
                report.LoadErrors.Add(new ConfigurationError(Place(file, entry), entry.First ?? "", $"stands on line {known[entry.Key].Line} already: keep one"));
            }
        }

        var name = Text(known, "name", file, report) is { Length: > 0 } given ? given : NameOf(file);
        var description = Text(known, "description", file, report) ?? "";
        foreach (var entry in known.Values)
        {
            Apply(entry, name, file, scratch, report);
        }

        report.LoadErrors.AddRange(scratch.LoadErrors);
        report.LoadWarnings.AddRange(scratch.LoadWarnings);
        AddCheckErrors(scratch, name, file, known, report);
        var agent = scratch.Context.Agents.TryGetValue(name, out var specialization) ? specialization : new AgentSpecialization();
        return report.LoadErrors.Count > errors ? null : new AgentMarkdown(name, file, $"{name}\n{description}\n{Headings(matter.Body)}", agent);
    }

    private static string Place(string file, FrontMatterEntry entry) => $"{file}, line {entry.Line}, {entry.Key}";

    private static string NameOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) && name.Length > Suffix.Length ? name[..^Suffix.Length] : name;
    }

    private static string? Text(Dictionary<string, FrontMatterEntry> known, string key, string file, ParsimonyOptions report)
    {
        if (!known.TryGetValue(key, out var entry))
        {
            return null;
        }

        if (entry.Problem is not null || entry.Values.Count > 1)
        {
            report.LoadErrors.Add(new ConfigurationError(Place(file, entry), string.Join(", ", entry.Values), entry.Problem ?? "must be one text"));
        }

        return entry.First?.Trim();
    }

    private static void Apply(FrontMatterEntry entry, string name, string file, ParsimonyOptions scratch, ParsimonyOptions report)
    {
        var key = Keys.FirstOrDefault(k => k.Path.AsSpan(Section.Length).Equals(entry.Key, StringComparison.OrdinalIgnoreCase));
        if (key is null)
        {
            var near = Keys.Select(static k => k.Path[Section.Length..]).FirstOrDefault(k => ConfigurationReader.Distance(k, entry.Key) <= 2);
            if (near is not null)
            {
                report.LoadWarnings.Add($"{Place(file, entry)} is not a key and has no effect; did you mean {near}?");
            }

            return;
        }

        if (entry.Problem is not null || (entry.Values.Count > 1 && !key.IsList))
        {
            report.LoadErrors.Add(new ConfigurationError(Place(file, entry), string.Join(", ", entry.Values), entry.Problem ?? "must be one value, not a list"));
            return;
        }

        // Such files list tools as "Read, Write"; lists of ours may be written so too.
        var values = key.IsList && entry.IsPlain ? entry.Values[0].Split(',', StringSplitOptions.TrimEntries) : entry.Values;
        foreach (var value in values.Where(static v => v.Length > 0))
        {
            ConfigurationReader.Set(["contextFilter", "agents", name, key.Path[Section.Length..]], value, scratch, [], Place(file, entry));
        }
    }

    // Values out of their ranges are named by their place in the file too.
    private static void AddCheckErrors(
        ParsimonyOptions scratch, string name, string file, Dictionary<string, FrontMatterEntry> known, ParsimonyOptions report)
    {
        var found = new List<ConfigurationError>();
        ContextChecks.Run(scratch.Context, new OptionChecks(found));
        var prefix = $"contextFilter.agents.{name}.";
        foreach (var error in found.Where(e => e.Key.StartsWith(prefix, StringComparison.Ordinal) && known.ContainsKey(e.Key[prefix.Length..])))
        {
            report.LoadErrors.Add(error with { Key = Place(file, known[error.Key[prefix.Length..]]) });
        }
    }

    private static string Headings(string body) => string.Join(
        '\n', body.Split('\n').Where(static l => l.StartsWith('#') && l.TrimStart('#').StartsWith(' ')).Select(static l => l.TrimStart('#')));
}
