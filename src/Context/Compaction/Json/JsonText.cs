using System.Text;
using System.Text.Json;

namespace Parsimony.Context;

/// <summary>Finds the JSON of a text: the whole of it, one value a line, or one value between a few words.</summary>
/// <param name="Before">What stands before it.</param>
/// <param name="Value">The value; the lines as an array.</param>
/// <param name="Behind">What stands behind it.</param>
internal sealed record JsonText(string Before, JsonPart Value, string Behind)
{
    private const int FewestLines = 3;
    private const int MostAttempts = 4;

    /// <summary>JSON between words must make up this part of the text; else the words are what matters.</summary>
    private const double LeastShare = 0.5;


    /// <summary>Finds it; <see langword="null"/> where there is none that parses.</summary>
    public static JsonText? Find(string text)
    {
        var start = text.Length - text.AsSpan().TrimStart().Length;
        if (start < text.Length && text[start] is '{' or '[')
        {
            return Parse(text, start) ?? Lines(text);
        }

        var from = 0;
        for (var i = 0; i < MostAttempts; i++)
        {
            var at = text.AsSpan(from).IndexOfAny('{', '[');
            if (at < 0 || text.Length - from - at < LeastShare * text.Length)
            {
                return null;
            }

            if (Parse(text, from + at) is { } found)
            {
                return found;
            }

            from += at + 1;
        }

        return null;
    }

    private static JsonText? Parse(string text, int start)
    {
        try
        {
            var bytes = Encoding.UTF8.GetBytes(text, start, text.Length - start);
            var reader = new Utf8JsonReader(bytes);
            using var document = JsonDocument.ParseValue(ref reader);
            var behind = Encoding.UTF8.GetString(bytes.AsSpan((int)reader.BytesConsumed));
            return text.Length - start - behind.Length < LeastShare * text.Length
                ? null
                : new JsonText(text[..start], JsonPart.Of(document.RootElement), string.IsNullOrWhiteSpace(behind) ? "" : behind);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonText? Lines(string text)
    {
        var parts = new List<JsonPart>();
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range].Trim();
            if (line.IsEmpty)
            {
                continue;
            }

            if (line[0] is not ('{' or '['))
            {
                return null;
            }

            try
            {
                using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(line.ToString()));
                parts.Add(JsonPart.Of(document.RootElement));
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                return null;
            }
        }

        return parts.Count < FewestLines ? null : new JsonText("", JsonPart.ArrayOf([.. parts]), "");
    }
}
