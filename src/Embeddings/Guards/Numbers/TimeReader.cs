using System.Globalization;

namespace Parsimony.Embeddings;

/// <summary>Reads times of day, as minutes (and seconds) since midnight.</summary>
internal static class TimeReader
{
    /// <summary>Reads a time that begins here.</summary>
    /// <returns>How many tokens it takes, 0 if there is none.</returns>
    public static int Read(List<Token> tokens, int at, out string time)
    {
        time = "";
        if (tokens[at].Kind == TokenKind.Word)
        {
            time = tokens[at].Text switch { "noon" or "midday" => "12:0", "midnight" => "0:0", _ => "" };
            return time.Length > 0 ? 1 : 0;
        }

        if (!Whole(tokens, at, out var hour))
        {
            return 0;
        }

        var i = at + 1;
        long minute = 0;
        var seconds = "";
        var colon = false;
        if (i + 1 < tokens.Count && tokens[i].Is(":") && tokens[i].Glued && tokens[i + 1].Glued && Whole(tokens, i + 1, out minute))
        {
            (colon, i) = (true, i + 2);
            if (i + 1 < tokens.Count && tokens[i].Is(":") && tokens[i].Glued && Whole(tokens, i + 1, out var second))
            {
                (seconds, i) = (string.Create(CultureInfo.InvariantCulture, $":{second}"), i + 2);
            }
        }

        var half = i < tokens.Count && tokens[i].Text is "am" or "pm" ? tokens[i].Text : "";
        var clock = i < tokens.Count && tokens[i].Is("o'clock");
        if (!colon && half.Length == 0 && !clock)
        {
            return 0;
        }

        if (half.Length > 0 && hour is >= 1 and <= 12)
        {
            hour = (hour % 12) + (half == "pm" ? 12 : 0);
        }

        time = string.Create(CultureInfo.InvariantCulture, $"{hour}:{minute}{seconds}");
        return i - at + (half.Length > 0 || clock ? 1 : 0);
    }

    private static bool Whole(List<Token> tokens, int at, out long value)
    {
        value = 0;
        return tokens[at].Kind == TokenKind.Number && long.TryParse(tokens[at].Text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
