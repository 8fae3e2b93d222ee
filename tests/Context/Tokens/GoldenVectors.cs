using System.Text.Json;

namespace Parsimony.Context.Tests;

/// <summary>Texts with the counts of OpenAI's own implementation; eng/tokens/make-golden-vectors.mjs makes them.</summary>
internal static class GoldenVectors
{
    public static IEnumerable<(string Text, int O200k, int Cl100k)> Read()
    {
        using var stream = typeof(GoldenVectors).Assembly.GetManifestResourceStream("golden-vectors.jsonl")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            using var vector = JsonDocument.Parse(line);
            var root = vector.RootElement;
            var text = string.Concat(Enumerable.Repeat(root.GetProperty("text").GetString()!, root.GetProperty("times").GetInt32()));
            yield return (text, root.GetProperty("o200k").GetInt32(), root.GetProperty("cl100k").GetInt32());
        }
    }
}
