using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Parsimony.Context;

namespace Parsimony.QuickStart.Model;

/// <summary>
/// Stands between a column and its model and trusts neither: it counts the calls, counts each prompt from scratch, keeps the
/// time that the model itself takes, holds requests against the column's budget, and stamps each reply with its number.
/// </summary>
internal sealed class ModelDoor(IChatClient model, int? budget) : DelegatingChatClient(model)
{
    private readonly List<string> labels = [];
    private string label = "";

    /// <summary>Gets what came through for the turn that is being served.</summary>
    public DoorCount Turn { get; private set; } = new();

    /// <summary>Gets the requests that were larger than the budget, as sentences.</summary>
    public List<string> Exceeded { get; } = [];

    /// <summary>Starts a turn.</summary>
    /// <param name="expected">The answer that the turn's message has; the model does not see it.</param>
    public void BeginTurn(string expected) => (label, Turn) = (expected, new());

    /// <summary>Says for which answer a reply was made; <see langword="null"/> where it bears no stamp of this door.</summary>
    public string? MadeFor(string reply) => CaseStamp.Read(reply) is { } number && number >= 1 && number <= labels.Count ? labels[number - 1] : null;

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var started = Stopwatch.GetTimestamp();
        var stamp = Admit(messages = [.. messages], options);
        var reply = Stamped(base.GetStreamingResponseAsync(messages, options, cancellationToken), stamp, cancellationToken);
        await using var updates = reply.GetAsyncEnumerator(cancellationToken);
        while (await updates.MoveNextAsync())
        {
            // While the caller works on an update the model's clock stands still.
            Turn.ModelTime += Stopwatch.GetElapsedTime(started);
            yield return updates.Current;
            started = Stopwatch.GetTimestamp();
        }

        Turn.ModelTime += Stopwatch.GetElapsedTime(started);
    }

    // The stamp goes in front of the update that ends the reply: some readers stop there.
    private async IAsyncEnumerable<ChatResponseUpdate> Stamped(
        IAsyncEnumerable<ChatResponseUpdate> reply, string stamp, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ChatResponseUpdate? previous = null;
        var stamped = false;
        await foreach (var update in reply.WithCancellation(cancellationToken))
        {
            Turn.ReplyTokens += update.Contents.OfType<UsageContent>().Sum(usage => usage.Details.OutputTokenCount ?? 0);
            if (!stamped && update.FinishReason is not null)
            {
                stamped = true;
                yield return Like(previous ?? update, stamp);
            }

            yield return previous = update;
        }

        if (!stamped && previous is not null)
        {
            yield return Like(previous, stamp);
        }
    }

    private static ChatResponseUpdate Like(ChatResponseUpdate update, string text) =>
        new(ChatRole.Assistant, text) { ResponseId = update.ResponseId, MessageId = update.MessageId, ModelId = update.ModelId };

    private string Admit(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        // A new counter each time: nothing that was remembered of a message can make a request look smaller than it is.
        var tokens = new ChatTokenCounter(TokenCounter.O200kBase).CountRequest(messages, options);
        Turn.Calls++;
        Turn.PromptTokens += tokens;
        labels.Add(label);
        if (budget is { } most && tokens > most)
        {
            Exceeded.Add($"call {labels.Count} has {tokens} prompt tokens; the budget is {most}");
        }

        return CaseStamp.For(labels.Count);
    }
}
