using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>Shortens tool results in a request that is being fitted. The call, its id and everything else of the message stay.</summary>
internal sealed class ToolResultShortener(FitWork work, TextQuery query, TextCompactor? compactor)
{
    /// <summary>The least a result is cut to: room for the mark that says so.</summary>
    private const int LeastTokens = 1;

    /// <summary>Finds the tool results of messages as they came, with the tokens of their texts.</summary>
    public List<CompactableText> Find(IEnumerable<int> messageIndexes)
    {
        var results = new List<CompactableText>();
        foreach (var index in messageIndexes)
        {
            var contents = work.Originals[index].Contents;
            for (var i = 0; i < contents.Count; i++)
            {
                if (contents[i] is FunctionResultContent result)
                {
                    results.Add(new CompactableText(index, i, work.TextCounter.Count(ToolResultText.Of(result.Result))));
                }
            }
        }

        return results;
    }

    /// <summary>Shortens a result, from the text it came with, to so many tokens, unless that makes the message longer.</summary>
    public void Shorten(CompactableText result, int maxTokens)
    {
        var text = ContentText.Of(work.Originals[result.MessageIndex].Contents[result.ContentIndex])!;
        var target = new CompactionTarget(Math.Max(maxTokens, LeastTokens), query, work.TextCounter);
        Put(result, compactor is null
            ? TextFitter.FitScored(text, target.MaxTokens, PassageRanking.By(query), target.Counter)
            : compactor.Compact(new SourceText(text), target, isRequired: true).Text);
    }

    /// <summary>Puts another text in the place of a result, unless that makes the message longer.</summary>
    public bool Put(CompactableText result, string text)
    {
        var before = work.Messages[result.MessageIndex];
        var tokens = work.Tokens[result.MessageIndex];
        work.Exchange(result.MessageIndex, ContentText.Replace(before, result.ContentIndex, text));
        if (work.Tokens[result.MessageIndex] <= tokens)
        {
            return true;
        }

        work.Exchange(result.MessageIndex, before, tokens);
        return false;
    }
}
