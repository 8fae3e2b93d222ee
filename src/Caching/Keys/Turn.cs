using System.Text;
using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>Where the current turn stands in a request: the last user message, and the exchange before it.</summary>
internal readonly struct Turn
{
    private const string KindProperty = "parsimony.kind";
    private const string Document = "document";
    private const string Memory = "memory";

    private Turn(IReadOnlyList<ChatMessage> messages, int question, int previous)
    {
        Messages = messages;
        Question = question;
        Previous = previous;
    }

    public IReadOnlyList<ChatMessage> Messages { get; }

    /// <summary>Gets the index of the last user message, or -1. A document that the app put into the context is none.</summary>
    public int Question { get; }

    /// <summary>Gets the index of the user message before that, or -1.</summary>
    public int Previous { get; }

    public bool HasQuestion => Question >= 0;

    public static Turn Find(IReadOnlyList<ChatMessage> messages)
    {
        var question = LastUser(messages, messages.Count);
        return new Turn(messages, question, question < 0 ? -1 : LastUser(messages, question));
    }

    // As Parsimony.Context marks documents and memory notes; where a service has lost the mark, the author's name is left.
    public static bool IsDocument(ChatMessage message) =>
        message.AdditionalProperties is { } properties && properties.TryGetValue(KindProperty, out var kind) && kind is string name
            ? name is Document or Memory
            : message.Role == ChatRole.User && message.AuthorName is (Document or Memory);

    public static bool IsSystem(ChatMessage message) =>
        message.Role == ChatRole.System || message.Role.Value == "developer";

    /// <summary>The text of the question: its text contents, each on a line.</summary>
    public string QuestionText()
    {
        if (!HasQuestion)
        {
            return "";
        }

        var contents = Messages[Question].Contents;
        return contents is [TextContent only] ? only.Text : string.Join('\n', contents.OfType<TextContent>().Select(t => t.Text));
    }

    /// <summary>
    /// Whether something was said before the question, besides instructions and documents, and all of it is plain text: what a picture, a
    /// file or a tool's result has to do with the question cannot be seen in the user's words.
    /// </summary>
    public bool HasPlainHistory()
    {
        var any = false;
        for (var i = 0; i < Question; i++)
        {
            var message = Messages[i];
            if (IsSystem(message) || IsDocument(message))
            {
                continue;
            }

            if ((message.Role != ChatRole.User && message.Role != ChatRole.Assistant) || message.Contents.Any(static c => c is not (TextContent or UsageContent)))
            {
                return false;
            }

            any = true;
        }

        return any;
    }

    /// <summary>What the user said before the question, the newest first; as much of it as is read.</summary>
    public string EarlierQuestions()
    {
        const int Enough = 2000;
        var text = new StringBuilder();
        for (var i = LastUser(Messages, Question); i >= 0 && text.Length < Enough; i = LastUser(Messages, i))
        {
            var said = Messages[i].Text;
            text.Append(said.AsSpan(0, Math.Min(said.Length, Enough))).Append(' ');
        }

        return text.ToString();
    }

    private static int LastUser(IReadOnlyList<ChatMessage> messages, int end)
    {
        for (var i = end - 1; i >= 0; i--)
        {
            if (messages[i].Role == ChatRole.User && !IsDocument(messages[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
