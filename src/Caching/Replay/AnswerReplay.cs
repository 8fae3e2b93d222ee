using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>Makes a served answer of an entry: a response that looks as if the model had just given it, marked with where it came from, and costing nothing.</summary>
internal static class AnswerReplay
{
    /// <param name="entry">The entry.</param>
    /// <param name="tier">Where it was.</param>
    /// <param name="now">The time.</param>
    /// <param name="sameAnswer">How well its question matches another one that it answers; <see langword="null"/> for the very same call.</param>
    /// <returns>The answer, or <see langword="null"/> where the entry's answer cannot be read.</returns>
    public static CachedAnswer? Make(CacheEntry entry, CacheTier tier, DateTimeOffset now, MatchQuality? sameAnswer = null)
    {
        if (AnswerReader.TryRead(entry) is not { } response)
        {
            return null;
        }

        var id = entry.Id.ToString();
        response.ResponseId = FreshIds.Next();
        response.CreatedAt = now;
        response.Usage = new UsageDetails { InputTokenCount = 0, OutputTokenCount = 0, TotalTokenCount = 0 };
        Mark(response.AdditionalProperties ??= [], id, tier);
        Dictionary<string, string>? calls = null;
        foreach (var message in response.Messages)
        {
            message.MessageId = FreshIds.Next();
            message.CreatedAt = now;
            RenewCalls(message, ref calls);
        }

        return new CachedAnswer(response, id, tier)
        {
            SameAnswer = sameAnswer is not null,
            Similarity = sameAnswer?.Similarity ?? 1,
            Probability = sameAnswer?.Probability,
            SavedUsage = Saved(entry),
        };
    }

    /// <summary>The same answer as a stream: each message an update, contents kept as they are.</summary>
    public static ChatResponseUpdate[] AsUpdates(CachedAnswer answer)
    {
        var updates = answer.Response.ToChatResponseUpdates();
        foreach (var update in updates)
        {
            // Each update is marked, so that an app which reads only the first one still learns the entry's id.
            Mark(update.AdditionalProperties ??= [], answer.EntryId, answer.Tier);
        }

        return updates;
    }

    private static void Mark(AdditionalPropertiesDictionary properties, string id, CacheTier tier)
    {
        properties[CachedAnswer.EntryProperty] = id;
        properties[CachedAnswer.TierProperty] = tier switch { CacheTier.L1 => "L1", CacheTier.L2 => "L2", _ => "L3" };
    }

    private static void RenewCalls(ChatMessage message, ref Dictionary<string, string>? calls)
    {
        for (var i = 0; i < message.Contents.Count; i++)
        {
            if (message.Contents[i] is FunctionCallContent call)
            {
                message.Contents[i] = new FunctionCallContent(NewCall(call.CallId, ref calls), call.Name, call.Arguments)
                {
                    AdditionalProperties = call.AdditionalProperties,
                    Annotations = call.Annotations,
                    InformationalOnly = call.InformationalOnly,
                };
            }
            else if (message.Contents[i] is FunctionResultContent result)
            {
                message.Contents[i] = new FunctionResultContent(NewCall(result.CallId, ref calls), result.Result)
                {
                    AdditionalProperties = result.AdditionalProperties,
                    Annotations = result.Annotations,
                };
            }
        }
    }

    private static string NewCall(string id, ref Dictionary<string, string>? calls)
    {
        calls ??= new Dictionary<string, string>(StringComparer.Ordinal);
        if (!calls.TryGetValue(id, out var renewed))
        {
            calls[id] = renewed = FreshIds.Next();
        }

        return renewed;
    }

    private static UsageDetails? Saved(CacheEntry entry) => entry is { InputTokens: < 0, OutputTokens: < 0 } ? null : new UsageDetails
    {
        InputTokenCount = entry.InputTokens < 0 ? null : entry.InputTokens,
        OutputTokenCount = entry.OutputTokens < 0 ? null : entry.OutputTokens,
        TotalTokenCount = Math.Max(entry.InputTokens, 0) + Math.Max(entry.OutputTokens, 0),
    };
}
