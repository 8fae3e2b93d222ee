using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Parsimony.Context;
using Parsimony.QuickStart.Desk;

namespace Parsimony.QuickStart.Model;

/// <summary>
/// A model that needs no network: it reads the articles in the request, and only those, and answers the last message of the
/// customer from the one that fits best. It takes its time for each token and streams word by word.
/// </summary>
internal sealed class HandbookChatClient(HandbookReader reader, ModelSpeed speed, TimeProvider time) : IChatClient
{
    /// <summary>The model id that it reports.</summary>
    public const string ModelId = "handbook-reader";

    private static readonly ConcurrentDictionary<string, int> ArticleTokens = new(StringComparer.Ordinal);

    private readonly ChatTokenCounter counter = new(TokenCounter.O200kBase);
    private readonly ChatClientMetadata metadata = new("offline", defaultModelId: ModelId);
    private int replies;

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var id = $"reply-{Interlocked.Increment(ref replies)}";
        var pace = speed.Begin(time);
        var request = Read(messages);
        var prompt = request.Tokens + counter.CountTools(options) + ChatTokenCounter.ReplyPriming;
        var answer = HandbookAnswer.From(reader.Find(request.Question, request.Articles));
        var reply = counter.Counter.Count(answer);
        await pace.WaitAsync(prompt, 0, cancellationToken);

        var words = answer.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            await pace.WaitAsync(0, (reply * (i + 1) / words.Length) - (reply * i / words.Length), cancellationToken);
            yield return Update(id, new TextContent(i == 0 ? words[i] : " " + words[i]));
        }

        var last = Update(id, new UsageContent(new() { InputTokenCount = prompt, OutputTokenCount = reply, TotalTokenCount = prompt + reply }));
        last.FinishReason = ChatFinishReason.Stop;
        yield return last;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? metadata
        : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static ChatResponseUpdate Update(string id, AIContent content) =>
        new(ChatRole.Assistant, [content]) { ResponseId = id, MessageId = id, ModelId = ModelId };

    private (List<HandbookArticle> Articles, string Question, int Tokens) Read(IEnumerable<ChatMessage> messages)
    {
        var (articles, question, tokens) = (new List<HandbookArticle>(), "", 0);
        foreach (var message in messages)
        {
            var text = message.Text;
            if (message.Role != ChatRole.User)
            {
                tokens += counter.CountMessage(message);
            }
            else if (HandbookArticle.FromPrompt(text) is { } article)
            {
                articles.Add(article);
                tokens += ArticleTokens.GetOrAdd($"{message.AuthorName}:{text}", (_, m) => counter.CountMessage(m), message);
            }
            else
            {
                question = text;
                tokens += counter.CountMessage(message);
            }
        }

        return (articles, question, tokens);
    }
}
