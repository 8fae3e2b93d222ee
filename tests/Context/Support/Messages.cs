using Microsoft.Extensions.AI;

namespace Parsimony.Context.Tests;

/// <summary>Short names for the messages that tests are made of.</summary>
internal static class Messages
{
    public static ChatMessage Instructions(string text) => new(ChatRole.System, text);

    public static ChatMessage Developer(string text) => new(new ChatRole("developer"), text);

    public static ChatMessage User(string text) => new(ChatRole.User, text);

    public static ChatMessage Assistant(string text) => new(ChatRole.Assistant, text);

    public static ChatMessage Calls(params string[] ids) =>
        new(ChatRole.Assistant, [.. ids.Select(id => new FunctionCallContent(id, "look_up", new Dictionary<string, object?> { ["key"] = id }))]);

    public static ChatMessage Result(string id, string text) => new(ChatRole.Tool, [new FunctionResultContent(id, text)]);

    /// <summary>Filler that has to do with nothing: <paramref name="words"/> words, told apart by <paramref name="seed"/>.</summary>
    public static string Filler(int words, int seed = 0) =>
        string.Join(' ', Enumerable.Range(0, words).Select(i => $"filler{(seed * 31) + (i % 7)}"));

    /// <summary>The text of a message or of its only tool result.</summary>
    public static string TextOf(ChatMessage message) =>
        message.Contents.OfType<FunctionResultContent>().FirstOrDefault() is { } result ? (string)result.Result! : message.Text;
}
