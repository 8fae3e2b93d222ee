using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Parsimony.Caching;

namespace Parsimony.Cli;

/// <summary>
/// Decides about two questions as the cache does when the first was answered and the second is asked: the very same call, or else,
/// given embeddings, two calls of one partition that the same-answer policy accepts.
/// </summary>
internal sealed class PairDecider(EvalEngine engine)
{
    public async ValueTask<PairVerdict> DecideAsync(string left, string right, CancellationToken cancellationToken)
    {
        var asked = Plan(left);
        var now = Plan(right);
        var cacheable = asked.IsCacheable && now.IsCacheable;
        var served = cacheable && asked.Key == now.Key;
        if (engine.EmbeddingGenerator is not { } generator)
        {
            return new PairVerdict(served, null, null, engine.Decider.Explain(left, right).Guards);
        }

        var embeddings = await generator.GenerateAsync([left, right], cancellationToken: cancellationToken);
        var cosine = TensorPrimitives.CosineSimilarity(embeddings[0].Vector.Span, embeddings[1].Vector.Span);

        // Every guard and the judge are asked about every pair; a live call stops at the first that refuses.
        var explanation = engine.Decider.Explain(left, right, cosine);
        served = served || (cacheable && asked.AllowsSameAnswer && now.AllowsSameAnswer && asked.Partition == now.Partition && explanation.Accepted);
        return new PairVerdict(served, cosine, explanation.Probability, explanation.Guards);
    }

    private CachePlan Plan(string text) => engine.Cache.Plan([new ChatMessage(ChatRole.User, text)], null, CallScope.Empty);
}
