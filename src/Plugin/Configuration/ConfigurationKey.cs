namespace Parsimony;

/// <summary>One key of a configuration: how its text becomes a value.</summary>
/// <param name="Path">The key with its sections, joined by dots. <c>*</c> stands for any one name, such as an agent's.</param>
/// <param name="Apply">Puts the text where it belongs; gets the name that <c>*</c> stood for. Throws <see cref="FormatException"/> with the remedy.</param>
/// <param name="HasEffect">False for a key that is known and not heeded yet.</param>
/// <param name="IsList">Whether several values may be given, each of which is added.</param>
internal sealed record ConfigurationKey(string Path, Action<ParsimonyOptions, string, string> Apply, bool HasEffect = true, bool IsList = false)
{
    private readonly string[] parts = Path.Split('.');

    /// <summary>Whether this is the key of a path, and the name in it that <c>*</c> stands for. List items (<c>:0</c>) count as their list.</summary>
    public bool Matches(ReadOnlySpan<string> path, out string name)
    {
        name = "";
        if (path.Length == parts.Length + 1 && int.TryParse(path[^1], out _))
        {
            path = path[..^1];
        }

        if (path.Length != parts.Length)
        {
            return false;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] == "*")
            {
                name = path[i];
            }
            else if (!string.Equals(parts[i], path[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
