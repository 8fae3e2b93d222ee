using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Parsimony.Caching.Tests;

/// <summary>A model that counts its calls and answers by a function.</summary>
internal sealed class FakeModel : IChatClient
{
    private int calls;

    public FakeModel(string answer = "answer") => Respond = (_, _, _) => Task.FromResult(Answer(answer));

    public FakeModel(Func<IReadOnlyList<ChatMessage>, ChatOptions?, CancellationToken, Task<ChatResponse>> respond) => Respond = respond;

    public Func<IReadOnlyList<ChatMessage>, ChatOptions?, CancellationToken, Task<ChatResponse>> Respond { get; set; }

    /// <summary>Gets or sets how a stream goes; without it the whole answer comes word by word.</summary>
    public Func<IReadOnlyList<ChatMessage>, CancellationToken, IAsyncEnumerable<ChatResponseUpdate>>? Stream { get; set; }

    public ChatClientMetadata Metadata { get; set; } = new("fake");

    public int Calls => Volatile.Read(ref calls);

    public ChatOptions? LastOptions { get; private set; }

    public CallScope? LastScope { get; private set; }

    public static ChatResponse Answer(string text) => new(new ChatMessage(ChatRole.Assistant, text) { MessageId = "m-1" })
    {
        ResponseId = "r-1",
        ModelId = "fake-1",
        FinishReason = ChatFinishReason.Stop,
        CreatedAt = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
        Usage = new UsageDetails { InputTokenCount = 10, OutputTokenCount = 5, TotalTokenCount = 15 },
    };

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Saw(options);
        return Respond([.. messages], options, cancellationToken);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Saw(options);
        if (Stream is { } stream)
        {
            await foreach (var update in stream([.. messages], cancellationToken))
            {
                yield return update;
            }

            yield break;
        }

        var response = await Respond([.. messages], options, cancellationToken);
        foreach (var word in response.Text.Split(' '))
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, word + " ") { MessageId = "m-1", ResponseId = "r-1" };
        }

        yield return new ChatResponseUpdate { FinishReason = response.FinishReason, MessageId = "m-1", ResponseId = "r-1" };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(ChatClientMetadata) ? Metadata : null;

    public void Dispose()
    {
    }

    private void Saw(ChatOptions? options)
    {
        Interlocked.Increment(ref calls);
        LastOptions = options;
        LastScope = CallScope.Current;
    }
}
