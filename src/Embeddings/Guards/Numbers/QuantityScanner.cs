using System.Collections.Frozen;

namespace Parsimony.Embeddings;

/// <summary>Finds everything countable in a text.</summary>
internal static class QuantityScanner
{
    // Most words begin nothing countable: one look decides that.
    private static readonly FrozenSet<string> FirstWords = FrozenSet.Create([.. NumberWords.All, .. DateNames.All, "noon", "midday", "midnight"]);

    public static List<Quantity> Scan(List<Token> tokens)
    {
        var found = new List<Quantity>();
        for (var i = 0; i < tokens.Count;)
        {
            if (tokens[i] is { Kind: TokenKind.Word, Text: var word } && word[0] <= 127 && !FirstWords.Contains(word))
            {
                i++;
                continue;
            }

            var taken = ReadPoint(tokens, i, found);
            taken = taken > 0 ? taken : ReadDigits(tokens, i, found);
            taken = taken > 0 ? taken : ReadWords(tokens, i, found);
            taken = taken > 0 ? taken : ReadOperator(tokens, i, found);
            i += Math.Max(taken, 1);
        }

        return found;
    }

    private static int ReadPoint(List<Token> tokens, int at, List<Quantity> found)
    {
        var taken = DateReader.Read(tokens, at, out var value);
        var kind = QuantityKind.Date;
        if (taken == 0)
        {
            taken = TimeReader.Read(tokens, at, out value);
            kind = QuantityKind.Time;
        }

        if (taken > 0)
        {
            found.Add(new(kind, BoundWords.Before(tokens, at) + value));
        }

        return taken;
    }

    private static int ReadDigits(List<Token> tokens, int at, List<Quantity> found)
    {
        if (tokens[at].Kind != TokenKind.Number)
        {
            return 0;
        }

        var digits = tokens[at].Text;
        var before = at > 0 ? tokens[at - 1].Text : "";
        if (digits.Count(static c => c == '.') > 1 || before is "version" or "ver" or "v" or "release" or "build")
        {
            found.Add(new(QuantityKind.Version, CanonicalNumber.Of(digits, isMeasure: false)));
            return 1;
        }

        if (at + 1 < tokens.Count && tokens[at + 1].Glued && tokens[at + 1].Text is "st" or "nd" or "rd" or "th")
        {
            found.Add(new(QuantityKind.Ordinal, digits));
            return 2;
        }

        var end = at + 1;
        var scale = 1m;
        if (end < tokens.Count && NumberWords.TryScale(tokens[end].Text, out var given) && (tokens[end].Text is not ("k" or "bn") || tokens[end].Glued))
        {
            (scale, end) = (given, end + 1);
        }

        AddMeasure(tokens, at, ref end, (digits, scale), found);
        return end - at;
    }

    private static int ReadWords(List<Token> tokens, int at, List<Quantity> found)
    {
        if (tokens[at].Kind != TokenKind.Word)
        {
            return 0;
        }

        var word = tokens[at].Text;
        if (word[0] > 127 && HanNumerals.Of(word) is { Length: > 0 } numerals)
        {
            found.Add(new(QuantityKind.Number, numerals));
            return 1;
        }

        if (NumberWords.TryPart(word, out var part))
        {
            found.Add(new(QuantityKind.Multiple, CanonicalNumber.Of(part)));
            return 1;
        }

        if (NumberWords.TryOrdinal(word, out var place))
        {
            if (!OrdinalIdioms.IsIdiom(tokens, at))
            {
                found.Add(new(QuantityKind.Ordinal, CanonicalNumber.Of(place)));
            }

            return 1;
        }

        var taken = NumberWords.Read(tokens, at, out var value);
        var unit = taken > 0 && UnitNames.Read(tokens, at + taken, out _) > 0;

        // "the one I lost", "which one": mostly a pronoun, a number only before a unit.
        if (taken == 0 || (taken == 1 && word == "one" && !unit))
        {
            return taken;
        }

        var end = at + taken;
        AddMeasure(tokens, at, ref end, (CanonicalNumber.Of(value), 1), found);
        return end - at;
    }

    private static void AddMeasure(List<Token> tokens, int at, ref int end, (string Digits, decimal Scale) number, List<Quantity> found)
    {
        var unitTokens = UnitNames.Read(tokens, end, out var unit);
        end += unitTokens;
        if (at > 0 && UnitNames.IsCurrencySign(tokens[at - 1]) && UnitNames.TryGet(tokens[at - 1].Text, out var currency))
        {
            unit = unit == currency || unit.Length == 0 ? currency : currency + " " + unit; // $5 USD is five dollars
        }

        end += BoundWords.After(tokens, end, out var bound);
        var negative = at > 0 && tokens[at - 1].Is("-") && tokens[at].Glued && !tokens[at - 1].Glued ? "minus " : "";
        var value = number.Scale == 1 ? CanonicalNumber.Of(number.Digits, unit.Length > 0) : CanonicalNumber.Scaled(number.Digits, number.Scale);
        found.Add(new(QuantityKind.Number, BoundWords.Before(tokens, at) + bound + negative + value + (unit.Length > 0 ? " " + unit : "")));
    }

    private static int ReadOperator(List<Token> tokens, int at, List<Quantity> found)
    {
        var between = at > 0 && at + 1 < tokens.Count && tokens[at - 1].Kind == TokenKind.Number && tokens[at + 1].Kind == TokenKind.Number;
        if (tokens[at].Kind != TokenKind.Sign || !between || tokens[at].Text is not ("+" or "*" or "×" or "/" or "÷" or "^" or "=" or "%" or "<" or ">"))
        {
            return 0;
        }

        found.Add(new(QuantityKind.Operator, tokens[at].Text));
        return 1;
    }
}
