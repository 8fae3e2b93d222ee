using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>
/// Finds the texts that may be written shorter: results of tools, and documents and memory notes that are text alone. What users and
/// systems say is never rewritten, and what assistants say only by the app.
/// </summary>
internal static class CompactableTexts
{
    /// <summary>Shorter texts are not worth the effort.</summary>
    public const int FewestTokens = 48;

    /// <summary>Says whether an item may hold such a text, without reading it.</summary>
    public static bool MayHold(FitWork work, ContextItem item, CompactionTools tools) =>
        (item.Kind == ContextItemKind.ToolGroup || item.StandsAlone || (tools.App is not null && IsAssistantTurn(work, item)))
        && work.TokensOf(item) >= FewestTokens;

    /// <summary>Finds them, with their tokens, in the messages as they are now.</summary>
    public static List<(CompactableText Place, SourceText Text)> Find(FitWork work, ContextItem item)
    {
        var texts = new List<(CompactableText, SourceText)>();
        foreach (var index in item.MessageIndexes)
        {
            var contents = work.Messages[index].Contents;
            var isText = item.Kind != ContextItemKind.ToolGroup;
            if (work.Tokens[index] < FewestTokens || (isText && !contents.All(static c => c is TextContent)))
            {
                continue;
            }

            for (var i = 0; i < contents.Count; i++)
            {
                if ((isText || contents[i] is FunctionResultContent) && ContentText.Of(contents[i]) is { } text)
                {
                    var source = new SourceText(text);
                    if (source.Count(work.TextCounter) is >= FewestTokens and var tokens)
                    {
                        texts.Add((new CompactableText(index, i, tokens), source));
                    }
                }
            }
        }

        return texts;
    }

    private static bool IsAssistantTurn(FitWork work, ContextItem item) =>
        item.Kind == ContextItemKind.Turn && work.Messages[item.FirstMessage].Role == ChatRole.Assistant;
}
