using System.Collections.Frozen;

namespace Parsimony.Embeddings;

/// <summary>Numbers written in letters.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Small = new Dictionary<string, int>
    {
        ["zero"] = 0, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8,
        ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15,
        ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19, ["dozen"] = 12,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> Tens = new Dictionary<string, int>
    {
        ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, decimal> Scales = new Dictionary<string, decimal>
    {
        ["hundred"] = 100, ["thousand"] = 1_000, ["k"] = 1_000, ["million"] = 1_000_000, ["mio"] = 1_000_000,
        ["billion"] = 1_000_000_000, ["bn"] = 1_000_000_000, ["trillion"] = 1_000_000_000_000,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> Ordinals = new Dictionary<string, int>
    {
        ["first"] = 1, ["second"] = 2, ["third"] = 3, ["fourth"] = 4, ["fifth"] = 5, ["sixth"] = 6, ["seventh"] = 7, ["eighth"] = 8,
        ["ninth"] = 9, ["tenth"] = 10, ["eleventh"] = 11, ["twelfth"] = 12,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, decimal> Parts = new Dictionary<string, decimal>
    {
        ["half"] = 0.5m, ["quarter"] = 0.25m, ["twice"] = 2, ["double"] = 2, ["triple"] = 3,
    }.ToFrozenDictionary();

    /// <summary>Gets every word with which a number in letters may begin.</summary>
    public static IEnumerable<string> All => [.. Small.Keys, .. Tens.Keys, .. Scales.Keys, .. Ordinals.Keys, .. Parts.Keys];

    public static bool TryScale(string word, out decimal scale) => Scales.TryGetValue(word, out scale);

    public static bool TryOrdinal(string word, out int place) => Ordinals.TryGetValue(word, out place);

    public static bool TryPart(string word, out decimal part) => Parts.TryGetValue(word, out part);

    /// <summary>Reads a number in letters, such as "twenty-five" or "two hundred and ten thousand".</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="at">Where the number begins.</param>
    /// <param name="value">The number.</param>
    /// <returns>How many tokens it takes, 0 if there is none.</returns>
    public static int Read(List<Token> tokens, int at, out decimal value)
    {
        var total = 0m;
        var current = 0m;
        var end = at;
        for (var i = at; i < tokens.Count; i++)
        {
            var word = tokens[i].Text;
            if (tokens[i].Kind == TokenKind.Sign && word == "-" && i > at && IsPart(tokens, i + 1))
            {
                continue;
            }

            if (word == "and" && i > at && tokens[i - 1].Text is "hundred" or "thousand" && IsPart(tokens, i + 1))
            {
                continue;
            }

            // "five six" is two numbers; "twenty six" and "hundred six" are one.
            if (Small.TryGetValue(word, out var small) && (i == at || (current % 100 is 0 or >= 20 && current % 10 == 0) || word == "dozen"))
            {
                current = word == "dozen" && current > 0 ? current * 12 : current + small;
            }
            else if (Tens.TryGetValue(word, out var tens) && (i == at || current % 100 == 0))
            {
                current += tens;
            }
            else if (word == "hundred" && (i == at || current is > 0 and < 100))
            {
                current = Math.Max(current, 1) * 100;
            }
            else if (word != "k" && TryScale(word, out var scale) && scale >= 1000 && (i == at || current > 0))
            {
                total += Math.Max(current, 1) * scale;
                current = 0;
            }
            else
            {
                break;
            }

            end = i + 1;
        }

        value = total + current;
        return end - at;
    }

    private static bool IsPart(List<Token> tokens, int at) =>
        at < tokens.Count && (Small.ContainsKey(tokens[at].Text) || Tens.ContainsKey(tokens[at].Text) || Scales.ContainsKey(tokens[at].Text));
}
