namespace Parsimony.Context;

/// <summary>The words that the rules would stem wrongly.</summary>
internal static class Porter2Exceptions
{
    private static readonly Dictionary<string, string> Stems = new(StringComparer.Ordinal)
    {
        ["skis"] = "ski", ["skies"] = "sky", ["dying"] = "die", ["lying"] = "lie", ["tying"] = "tie",
        ["idly"] = "idl", ["gently"] = "gentl", ["ugly"] = "ugli", ["early"] = "earli", ["only"] = "onli", ["singly"] = "singl",
        ["sky"] = "sky", ["news"] = "news", ["howe"] = "howe",
        ["atlas"] = "atlas", ["cosmos"] = "cosmos", ["bias"] = "bias", ["andes"] = "andes",
    };

    private static readonly HashSet<string> Final = new(StringComparer.Ordinal)
    {
        "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed",
    };

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> StemLookup = Stems.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> FinalLookup = Final.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool TryStem(Span<char> buffer, ref int length)
    {
        if (length > 6 || !StemLookup.TryGetValue(buffer[..length], out var stem))
        {
            return false;
        }

        stem.CopyTo(buffer);
        length = stem.Length;
        return true;
    }

    /// <summary>Says whether a word without its plural's s is its own stem.</summary>
    public static bool IsFinal(ReadOnlySpan<char> word) => word.Length is >= 6 and <= 7 && FinalLookup.Contains(word);
}
