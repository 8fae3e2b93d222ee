using System.Collections.Frozen;
using Microsoft.Extensions.AI;
using Parsimony.Embeddings;

namespace Parsimony.Caching;

/// <summary>Decides whether a call may use the cache and makes its key and its partition.</summary>
internal sealed class CachePlanner
{
    private readonly ResponseCacheOptions options;
    private readonly RequestKey request;
    private readonly TurnRules rules;
    private readonly ToolTurnRule toolTurns;
    private readonly FrozenDictionary<string, string> agentGroups;
    private long sequence;

    public CachePlanner(ResponseCacheOptions options)
    {
        this.options = options;
        request = new RequestKey(options.TemplateVersion, options.VolatileProperties.ToFrozenSet(StringComparer.Ordinal));
        toolTurns = new ToolTurnRule(options);
        rules = new TurnRules(options, toolTurns);
        agentGroups = options.AgentGroups.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Takes the next place in the order of plans and tag removals.</summary>
    public long NextSequence() => Interlocked.Increment(ref sequence);

    public CachePlan Plan(IReadOnlyList<ChatMessage> messages, ChatOptions? chatOptions, CallScope scope, ClientIdentity? client = null)
    {
        var reason = RequestRule.Check(messages, chatOptions, scope, options);
        if (reason != BypassReason.None)
        {
            return new CachePlan(reason, scope);
        }

        var turn = Turn.Find(messages);
        if (toolTurns.Forbids(turn))
        {
            return new CachePlan(BypassReason.ToolTurn, scope);
        }

        var text = TextNormalizer.Normalize(turn.QuestionText());
        var handling = rules.Decide(text, chatOptions, scope, out reason);
        return handling == SensitiveTurnHandling.Bypass
            ? new CachePlan(reason, scope)
            : MakeKeys(turn, text, chatOptions, scope, client, exactOnly: handling == SensitiveTurnHandling.ExactOnly);
    }

    private CachePlan MakeKeys(in Turn turn, string text, ChatOptions? chatOptions, CallScope scope, ClientIdentity? client, bool exactOnly)
    {
        var writer = KeyWriter.Rent();
        try
        {
            request.Write(writer, turn, chatOptions, scope, RequestShape.Whole);
            if (!writer.Readable)
            {
                return new CachePlan(BypassReason.Unreadable, scope);
            }

            var whole = writer.ToDigest();
            var partition = Partition(writer, whole, Shape(scope), turn, chatOptions, scope);
            var opening = MayOpen(turn, text, exactOnly) ? Partition(writer, whole, Shape(scope) with { Opening = true }, turn, chatOptions, scope) : (CacheDigest?)null;
            var ofTheApp = Make(writer, whole, partition, opening, text, scope, exactOnly, null);
            if (client is null)
            {
                return ofTheApp;
            }

            var model = chatOptions?.ModelId ?? scope.Model;
            CacheDigest? ownOpening = opening is { } o ? ForClient(writer, o, client, model) : null;
            return Make(writer, ForClient(writer, whole, client, model), ForClient(writer, partition, client, model), ownOpening, text, scope, exactOnly, ofTheApp);
        }
        finally
        {
            writer.Return();
        }
    }

    private CachePlan Make(
        KeyWriter writer, CacheDigest whole, CacheDigest partition, CacheDigest? opening, string text, CallScope scope, bool exactOnly, CachePlan? ofTheApp)
    {
        writer.Reset();
        writer.Digest(KeyField.Prefix, whole);
        writer.Text(KeyField.Question, text);
        var key = writer.ToDigest();
        return new CachePlan(key, partition, text, scope)
        {
            Opening = opening is { } o ? new CachePlan(key, o, text, scope) { AllowsSameAnswer = true } : null,
            Sequence = NextSequence(),
            AllowsSameAnswer = options.EnableSameAnswer && !exactOnly && text.Length > 0,
            Expiration = exactOnly && options.SensitiveExpiration < options.Expiration ? options.SensitiveExpiration : null,
            OfTheApp = ofTheApp,
        };
    }

    private static CacheDigest ForClient(KeyWriter writer, CacheDigest digest, ClientIdentity client, string? model)
    {
        writer.Reset();
        writer.Digest(KeyField.Prefix, digest);
        client.Write(writer, model);
        return writer.ToDigest();
    }

    // What was answered without a history may answer a turn that does not need its own.
    private bool MayOpen(in Turn turn, string text, bool exactOnly) =>
        options is { EnableSameAnswer: true, HistoryScope: HistoryScope.Auto }
        && !exactOnly
        && text.Length > 0
        && turn.HasPlainHistory()
        && TurnRecogniser.StandsAlone(text, turn.EarlierQuestions());

    private RequestShape Shape(CallScope scope) => new(
        options.HistoryScope == HistoryScope.Auto ? HistoryScope.All : options.HistoryScope,
        scope.Agent is { } agent && agentGroups.TryGetValue(agent, out var name) ? name : null);

    private CacheDigest Partition(KeyWriter writer, CacheDigest whole, RequestShape shape, in Turn turn, ChatOptions? chatOptions, CallScope scope)
    {
        if (shape == RequestShape.Whole)
        {
            return whole;
        }

        writer.Reset();
        request.Write(writer, turn, chatOptions, scope, shape);
        return writer.ToDigest();
    }
}
