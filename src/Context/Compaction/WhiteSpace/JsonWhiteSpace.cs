using System.Text;
using System.Text.Json;

namespace Parsimony.Context;

/// <summary>Writes JSON without the white space between its tokens; numbers and strings stay as they are written.</summary>
internal static class JsonWhiteSpace
{
    /// <summary>Writes a text that is JSON as a whole.</summary>
    /// <returns>The same JSON; <see langword="null"/> where the text is something else, or has no white space to lose.</returns>
    public static string? Remove(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start is ['{' or '[', ..] && start.ContainsAny(" \n\r\t") && IsJson(text) ? Strip(text) : null;
    }

    private static bool IsJson(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string? Strip(string text)
    {
        var result = new StringBuilder(text.Length);
        var isString = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isString && c == '\\')
            {
                result.Append(c).Append(text[++i]);
                continue;
            }

            isString ^= c == '"';
            if (isString || c is not (' ' or '\n' or '\r' or '\t'))
            {
                result.Append(c);
            }
        }

        return result.Length < text.Length ? result.ToString() : null;
    }
}
