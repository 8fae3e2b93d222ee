namespace Parsimony.Context.Tests;

/// <summary>Texts of the kinds that compaction knows.</summary>
internal static class Texts
{
    public static readonly TokenCounter Counter = TokenCounter.O200kBase;

    public static int Count(string text) => Counter.Count(text);

    public static CompactionTarget Target(int maxTokens, string? query = null) => new(maxTokens, TextQuery.Of(query), Counter);

    public static string Json(int rows) =>
        "[" + string.Join(", ", Enumerable.Range(1, rows).Select(i => $"{{\"id\": {i}, \"name\": \"person{i}\", \"state\": \"{(i % 3 == 0 ? "open" : "closed")}\"}}")) + "]";

    public static string Log(int lines) => string.Concat(Enumerable.Range(0, lines).Select(i =>
        $"2024-05-{1 + (i % 28):00}T10:{i % 60:00}:00Z INFO request req-{i * 7919:x} served in {i % 90} ms\n" + (i == lines / 2 ? $"2024-05-09 ERROR disk sda{i} is full\n    at Storage.Write()\n" : "")));

    public static string Base64(int bytes, int seed = 1)
    {
        var data = new byte[bytes];
        new Random(seed).NextBytes(data);
        return Convert.ToBase64String(data);
    }

    public static string Document(int paragraphs) => string.Join("\n\n", Enumerable.Range(0, paragraphs).Select(i =>
        (i % 10 == 0 ? $"## Chapter {i / 10}\n\n" : "") + $"Paragraph {i} is about topic{i}. It goes on for a while, and says nothing more of interest. It ends."));
}
