using System.Globalization;

namespace Parsimony.Embeddings;

/// <summary>Reads dates. 12/3/2024 stays as it is written: whether it means March or December cannot be told.</summary>
internal static class DateReader
{
    /// <summary>Reads a date that begins here.</summary>
    /// <returns>How many tokens it takes, 0 if there is none.</returns>
    public static int Read(List<Token> tokens, int at, out string date)
    {
        var taken = ReadIso(tokens, at, out date);
        taken = taken > 0 ? taken : ReadSlashed(tokens, at, out date);
        taken = taken > 0 ? taken : ReadDayFirst(tokens, at, out date);
        taken = taken > 0 ? taken : ReadMonthFirst(tokens, at, out date);
        return taken > 0 ? taken : ReadNamed(tokens, at, out date);
    }

    private static int ReadIso(List<Token> tokens, int at, out string date)
    {
        date = "";
        if (at + 4 >= tokens.Count || !Whole(tokens, at, out var year) || year is < 1000 or > 9999 || !tokens[at + 1].Is("-")
            || !Whole(tokens, at + 2, out var month) || !tokens[at + 3].Is("-") || !Whole(tokens, at + 4, out var day))
        {
            return 0;
        }

        date = Date(year, month, day);
        return 5;
    }

    private static int ReadSlashed(List<Token> tokens, int at, out string date)
    {
        date = "";
        if (at + 2 >= tokens.Count || !Whole(tokens, at, out var first) || !Slash(tokens, at + 1) || !Whole(tokens, at + 2, out var second))
        {
            return 0;
        }

        if (at + 4 < tokens.Count && Slash(tokens, at + 3) && Whole(tokens, at + 4, out var third))
        {
            date = string.Create(CultureInfo.InvariantCulture, $"{first}/{second}/{third}");
            return 5;
        }

        date = string.Create(CultureInfo.InvariantCulture, $"{first}/{second}");
        return 3;
    }

    private static int ReadDayFirst(List<Token> tokens, int at, out string date)
    {
        date = "";
        if (!Whole(tokens, at, out var day) || day is < 1 or > 31)
        {
            return 0;
        }

        var i = at + 1 + Suffix(tokens, at + 1);
        i += i < tokens.Count && tokens[i].Is("of") ? 1 : 0;
        var month = DateNames.Month(tokens, i);
        if (month == 0)
        {
            return 0;
        }

        i++;
        i += Year(tokens, i, out var year);
        date = Date(year, month, day);
        return i - at;
    }

    private static int ReadMonthFirst(List<Token> tokens, int at, out string date)
    {
        date = "";
        var month = DateNames.Month(tokens, at);
        if (month == 0)
        {
            return 0;
        }

        var i = at + 1;
        i += i < tokens.Count && tokens[i].Is(".") && i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Number ? 1 : 0;
        i += i < tokens.Count && tokens[i].Is("the") ? 1 : 0;
        long day = 0;
        if (Whole(tokens, i, out var number) && number is >= 1 and <= 31)
        {
            day = number;
            i += 1 + Suffix(tokens, i + 1);
        }

        i += Year(tokens, i, out var year);
        date = Date(year, month, day);
        return i - at;
    }

    private static int ReadNamed(List<Token> tokens, int at, out string date)
    {
        date = "";
        var word = tokens[at].Text;
        if (DateNames.TryDay(word, out date))
        {
            return 1;
        }

        if (DateNames.TryPointer(word, out var pointer) && at + 1 < tokens.Count
            && (DateNames.IsSpan(tokens[at + 1].Text) || DateNames.TryDay(tokens[at + 1].Text, out _)))
        {
            date = pointer + " " + (DateNames.TryDay(tokens[at + 1].Text, out var day) ? day : tokens[at + 1].Text);
            return 2;
        }

        date = "";
        return 0;
    }

    private static int Year(List<Token> tokens, int at, out long year)
    {
        var skip = at < tokens.Count && tokens[at].Is(",") ? 1 : 0;
        return Whole(tokens, at + skip, out year) && year is >= 1000 and <= 9999 ? skip + 1 : (int)(year = 0);
    }

    private static int Suffix(List<Token> tokens, int at) =>
        at < tokens.Count && tokens[at].Glued && tokens[at].Text is "st" or "nd" or "rd" or "th" ? 1 : 0;

    private static bool Slash(List<Token> tokens, int at) => tokens[at].Is("/") && tokens[at].Glued && tokens[at + 1].Glued;

    private static bool Whole(List<Token> tokens, int at, out long value)
    {
        value = 0;
        return at < tokens.Count && tokens[at].Kind == TokenKind.Number
            && long.TryParse(tokens[at].Text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private static string Date(long year, long month, long day) =>
        string.Create(CultureInfo.InvariantCulture, $"{(year == 0 ? "?" : year)}-{month}-{(day == 0 ? "?" : day)}");
}
