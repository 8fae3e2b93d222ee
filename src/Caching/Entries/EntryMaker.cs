using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>Makes an entry of an answer, or says why it may not become one.</summary>
internal sealed class EntryMaker(ResponseCacheOptions options, ToolTurnRule tools, TimeProvider time)
{
    private readonly AdmissionRule admission = new(options, tools);
    private readonly string[] commonTags = [.. options.Tags];

    /// <summary>The tags of an entry: the app's and the call's, each once.</summary>
    public IReadOnlyCollection<string> Tags(IEnumerable<string>? own) => own is null ? commonTags : [.. commonTags.Union(own, StringComparer.Ordinal)];

    public DeclineReason TryMake(
        CachePlan plan, ChatResponse response, AnswerOrigin origin, SameAnswerQuery? query, IReadOnlyCollection<string> tags, out byte[] payload)
    {
        payload = [];
        var reason = plan.IsCacheable ? admission.Check(response, origin) : DeclineReason.NotCacheable;
        if (reason != DeclineReason.None)
        {
            return reason;
        }

        if (!AnswerWriter.TryWrite(response, out var codec, out var answer))
        {
            return DeclineReason.Unreadable;
        }

        var now = time.GetUtcNow();
        payload = EntryWriter.Write(new EntryContent
        {
            Id = new EntryId(plan.KeyDigest, (uint)Random.Shared.NextInt64(1L << 32)),
            Partition = plan.PartitionDigest,
            CreatedTicks = now.UtcTicks,
            ExpiresTicks = (now + (plan.Expiration ?? options.Expiration)).UtcTicks,
            Question = plan.UserText,
            SameAnswer = plan.AllowsSameAnswer,
            Tags = tags,
            EmbeddingModel = query?.Model ?? "",
            Embedding = query?.Vector,
            InputTokens = response.Usage?.InputTokenCount ?? -1,
            OutputTokens = response.Usage?.OutputTokenCount ?? -1,
            Codec = codec,
            Answer = answer,
        });
        return DeclineReason.None;
    }
}
