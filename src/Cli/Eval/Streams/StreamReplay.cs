using System.Diagnostics;
using Microsoft.Extensions.AI;
using Parsimony.Caching;

namespace Parsimony.Cli;

/// <summary>Sends requests, one after the other, through the caching client of a live call.</summary>
internal sealed class StreamReplay : IDisposable
{
    private readonly ResponseCache cache;
    private readonly AnsweringModel model = new();
    private readonly ParsimonyChatClient client;
    private CacheHitEventArgs? lastHit;

    public StreamReplay(ResponseCache cache)
    {
        this.cache = cache;
        client = new ParsimonyChatClient(model, cache);
        cache.Hit += OnHit;
    }

    /// <summary>Sends one request.</summary>
    /// <returns>The text that came back, how, and the time of the whole call.</returns>
    public async Task<(string Text, Outcome Outcome, TimeSpan Time)> SendAsync(StreamRequest request, CancellationToken cancellationToken)
    {
        model.Answer = request.Answer;
        lastHit = null;
        var messages = request.Messages;
        using var scope = CallScope.Begin(new CallScope { Tenant = request.Tenant });
        var start = Stopwatch.GetTimestamp();
        var response = await client.GetResponseAsync(messages, null, cancellationToken);
        var time = Stopwatch.GetElapsedTime(start);
        return (response.Text, OutcomeOf(response), time);
    }

    public void Dispose()
    {
        cache.Hit -= OnHit;
        client.Dispose();
    }

    private Outcome OutcomeOf(ChatResponse response)
    {
        if (response.AdditionalProperties?.TryGetValue(CachedAnswer.EntryProperty, out string? entry) != true)
        {
            return Outcome.Model;
        }

        if (lastHit is not { } hit || hit.EntryId != entry)
        {
            throw new InvalidOperationException("The cache served an answer without raising its Hit event: the kind of hit cannot be told.");
        }

        return hit.SameAnswer ? Outcome.SameAnswerHit : Outcome.ExactHit;
    }

    private void OnHit(object? sender, CacheHitEventArgs hit) => lastHit = hit;
}
