using System.Text.Json;

namespace Parsimony.Cli;

/// <summary>Reads a file with one JSON object a line.</summary>
internal static class JsonLines
{
    /// <summary>Reads the objects one by one; each is gone when the next is asked for.</summary>
    /// <exception cref="InputException">The file cannot be read, holds no line, or a line is not a JSON object.</exception>
    public static IEnumerable<JsonField> Read(string file)
    {
        var lines = SourceFile.ReadLines(file);
        if (lines.Count == 0)
        {
            throw new InputException(file, null, "it is empty", "Write one JSON object a line; docs/evaluation.md has examples.");
        }

        foreach (var line in lines)
        {
            using var document = Parse(line);
            yield return new JsonField(line, "", document.RootElement);
        }
    }

    private static JsonDocument Parse(SourceLine line)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line.Text);
        }
        catch (JsonException fault)
        {
            throw line.Fail($"it is not JSON (near byte {fault.BytePositionInLine})", "Write one JSON object a line.");
        }

        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            document.Dispose();
            throw line.Fail("it is not a JSON object", "Write one JSON object a line, in braces.");
        }

        return document;
    }
}
