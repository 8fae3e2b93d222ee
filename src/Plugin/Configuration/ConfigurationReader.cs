using Microsoft.Extensions.Configuration;

namespace Parsimony;

/// <summary>Puts a configuration into options: every value that is good, and a list of those that are not.</summary>
internal static class ConfigurationReader
{
    public static void Read(IConfiguration configuration, ParsimonyOptions options)
    {
        Read(configuration, [], options, []);
    }

    private static void Read(IConfiguration section, string[] path, ParsimonyOptions options, HashSet<ConfigurationKey> warned)
    {
        foreach (var child in section.GetChildren())
        {
            string[] childPath = [.. path, child.Key];
            if (child.Value is { Length: > 0 } value)
            {
                Set(childPath, value, options, warned);
            }

            Read(child, childPath, options, warned);
        }
    }

    /// <summary>Sets one value.</summary>
    /// <param name="path">The key with its sections.</param>
    /// <param name="value">The value as it is written.</param>
    /// <param name="options">The options to fill.</param>
    /// <param name="warned">The keys without effect that were warned of.</param>
    /// <param name="where">What names the place in an error; the key by default.</param>
    internal static void Set(string[] path, string value, ParsimonyOptions options, HashSet<ConfigurationKey> warned, string? where = null)
    {
        var name = "";
        var key = ConfigurationKeys.All.FirstOrDefault(k => k.Matches(path, out name));
        var written = string.Join('.', path);
        if (key is null)
        {
            options.LoadWarnings.Add(Unknown(written));
            return;
        }

        if (!key.HasEffect && warned.Add(key))
        {
            options.LoadWarnings.Add($"{key.Path} has no effect yet.");
        }

        try
        {
            key.Apply(options, value, name);
        }
        catch (FormatException mistake)
        {
            options.LoadErrors.Add(new ConfigurationError(where ?? written, value, mistake.Message));
        }
    }

    private static string Unknown(string path)
    {
        var nearest = ConfigurationKeys.All.Select(k => k.Path).Where(p => !p.Contains('*', StringComparison.Ordinal))
            .Select(p => (Path: p, Distance: Distance(p, path)))
            .MinBy(p => p.Distance);
        return nearest.Distance <= Math.Max(2, path.Length / 5)
            ? $"{path} is not a key and has no effect; did you mean {nearest.Path}?"
            : $"{path} is not a key and has no effect.";
    }

    /// <summary>The edits that turn one key into the other, letter case aside.</summary>
    internal static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = diagonal + (char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
