using System.Buffers;
using System.Text.RegularExpressions;

namespace Parsimony.Embeddings;

/// <summary>Finds what names one thing and no other: addresses, paths, symbols, order and ticket numbers, product codes.</summary>
internal static partial class IdentifierScanner
{
    private const int Longest = 200;
    private static readonly List<string> None = [];
    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ,;!?'\"()");

    /// <summary>The identifiers of a text in the order in which they stand, each once, as written.</summary>
    public static List<string> Scan(string text)
    {
        if (IsPlain(text))
        {
            return None;
        }

        var found = new List<string>();
        HashSet<string>? seen = null;
        foreach (var match in Candidates().EnumerateMatches(text))
        {
            var span = text.AsSpan(match.Index, match.Length).TrimEnd(".,;:!?");
            if (span.Length == 0 || IsPlainWord(span))
            {
                continue;
            }

            var candidate = span.ToString();
            if (IsIdentifier(candidate) && (seen ??= new(StringComparer.OrdinalIgnoreCase)).Add(candidate))
            {
                found.Add(candidate);
            }
        }

        return found;
    }

    // Most questions are: words of letters, none with a capital behind a small one.
    private static bool IsPlain(string text)
    {
        if (text.Length > Longest || text.AsSpan().TrimEnd('.').IndexOfAnyExcept(PlainCharacters) >= 0)
        {
            return false;
        }

        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsAsciiLetterUpper(text[i]) && char.IsAsciiLetterLower(text[i - 1]))
            {
                return false;
            }
        }

        return true;
    }

    // Most words are: no pattern below takes letters without a capital behind the first.
    private static bool IsPlainWord(ReadOnlySpan<char> text) => text.Length <= Longest && char.IsAsciiLetter(text[0]) && text[1..].IndexOfAnyExceptInRange('a', 'z') < 0;

    private static bool IsIdentifier(string text)
    {
        if (text.Length > Longest)
        {
            return true; // a key, a token, a data URL; the patterns below are for short ones
        }

        var hasDigit = text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;
        var hasLetter = text.Any(char.IsLetter);
        if (hasDigit && !hasLetter)
        {
            return text.StartsWith('#') || text.StartsWith('@') || text.Contains('_', StringComparison.Ordinal); // plain numbers are the number guard's
        }

        if (!hasLetter)
        {
            return Operators().IsMatch(text);
        }

        return (hasDigit && !IsMeasure(text)) || Shape().IsMatch(text) || IsFileOrHost(text);
    }

    // The number guard reads these; 17E and 17F are no measures, so they are names.
    private static bool IsMeasure(string text)
    {
        var match = Measure().Match(text);
        var unit = match.Groups["unit"].Value.ToLowerInvariant();
        return match.Success && (unit is "" or "st" or "nd" or "rd" or "th" or "s" or "am" or "pm"
            || UnitNames.TryGet(unit, out _) || NumberWords.TryScale(unit, out _));
    }

    // report.pdf and example.com; not "e.g.", "U.S." or "end.Next".
    private static bool IsFileOrHost(string text) => FileOrHost().IsMatch(text);

    // Whatever hangs together without a space, quotes or brackets around it aside.
    [GeneratedRegex("""[^\s"'`“”‘’«»()\[\]{}<>,;!?]+|[<>=!:+*&|]{2,}""", RegexOptions.CultureInvariant)]
    private static partial Regex Candidates();

    // 20GB, 5k, 10am, 3rd, 10km/h, 30-day, 18-year-old, 1990s, v2; whether the letters are a unit is asked after.
    [GeneratedRegex("""^[-+~<>=]*[$€£¥₹]?[-+]?[vV]?[\d.,:/x×-]*\d(?<unit>\p{L}*)(?:/\p{L}{1,6})?(?:-\p{Ll}{2,12})*[$€£¥₹%+°]*$""", RegexOptions.CultureInvariant)]
    private static partial Regex Measure();

    // In this order: e-mail, URL, UNC or drive path, rooted or relative path, snake_case, camelCase, dotted PascalCase, hashtag or handle, option, C#, C++, .NET, namespace::member, call().
    [GeneratedRegex("""
        ^(?:\S+@\S+\.\S+|\p{L}[\p{L}\d+.-]*://\S+|www\.\S+|\\\\\S+|[A-Za-z]:[\\/]\S*|(?:~|\.{1,2})?/[\w.~-]+(?:/\S*)?|[\w.-]+(?:/[\w.-]+){2,}|[\w.-]+\\\S+|\w*[^\W_]_+[^\W_]\w*|_+\p{L}\w*|\p{Ll}+\p{Lu}\w*|\p{Lu}\p{Ll}+\p{Lu}\w*|\p{Lu}\w+(?:\.\p{Lu}\w+)+|[\#@]\w[\w-]*|--?\p{L}[\w-]+|\p{L}\#|\p{L}\+\+|\.\p{Lu}\w+|\w+::\w+)$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex("""^[\w-]+(?:\.[\w-]{2,})*\.(?:com|org|net|io|dev|ai|co|gov|edu|eu|uk|de|fr|es|it|nl|ch|app|info|txt|md|pdf|docx?|xlsx?|pptx?|csv|tsv|jsonl?|xml|ya?ml|toml|ini|cfg|conf|config|log|cs|csproj|sln|js|ts|tsx|jsx|py|ipynb|java|kt|go|rs|cpp|hpp|cc|rb|php|sh|ps1|bat|sql|db|html?|css|png|jpe?g|gif|svg|mp3|mp4|wav|zip|tar|gz|exe|dll|env|lock)(?:[/:]\S*)?$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FileOrHost();

    [GeneratedRegex("""^(?:==+|!=+|<=+>?|>=+|=>|->|<-|:=|::=?|\+\+|\+=|-=|\*=|&&|\|\||<<|>>|\*\*|\?\?)$""", RegexOptions.CultureInvariant)]
    private static partial Regex Operators();
}
