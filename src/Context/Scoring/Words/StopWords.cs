namespace Parsimony.Context;

/// <summary>English function words: they say how a question is asked, not what it is about. Only queries are rid of them.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> Words = new(
        ("a about above after again against all am an and any are as at be because been before being below between both but by can could "
        + "did do does doing don down during each few for from further had has have having he her here hers herself him himself his how i "
        + "if in into is it it's its itself just me more most my myself no nor not now of off on once only or other our ours ourselves out "
        + "over own please same shall she should so some such than that that's the their theirs them themselves then there these they this "
        + "those through to too under until up very was we were what what's when where which while who whom whose why will with would you "
        + "your yours yourself yourselves").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Says whether a word, in lower case, is a function word.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Lookup.Contains(word);
}
