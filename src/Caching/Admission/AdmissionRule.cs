using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>Only complete answers are kept: one that was cut off, filtered, refused or is about to run a tool is not what the next asker wants.</summary>
internal sealed class AdmissionRule(ResponseCacheOptions options, ToolTurnRule tools)
{
    public DeclineReason Check(ChatResponse response, AnswerOrigin origin = AnswerOrigin.Whole)
    {
        var finish = CheckFinish(response, origin);
        return finish != DeclineReason.None ? finish : CheckContents(response);
    }

    private DeclineReason CheckFinish(ChatResponse response, AnswerOrigin origin)
    {
#pragma warning disable MEAI001 // In preview; an unfinished answer must still not be kept.
        if (response.ConversationId is not null || response.ContinuationToken is not null)
        {
            return DeclineReason.Stateful;
        }
#pragma warning restore MEAI001

        if (response.FinishReason is not { } reason)
        {
            return NeedsReason(origin) ? DeclineReason.Incomplete : DeclineReason.None;
        }

        return reason == ChatFinishReason.Stop ? DeclineReason.None
            : reason == ChatFinishReason.ToolCalls ? DeclineReason.ToolCall
            : reason == ChatFinishReason.ContentFilter ? DeclineReason.Filtered
            : DeclineReason.Incomplete;
    }

    private bool NeedsReason(AnswerOrigin origin) => options.RequireFinishReason || origin switch
    {
        AnswerOrigin.FinishingClient => true,
        AnswerOrigin.Stream => !options.CacheStreamsWithoutFinishReason,
        _ => false,
    };

    private DeclineReason CheckContents(ChatResponse response)
    {
        foreach (var message in response.Messages)
        {
            if (message.Contents.Any(c => c is ErrorContent))
            {
                return DeclineReason.Error;
            }

            if (tools.Forbids(message))
            {
                return EndsWithAText(response) ? DeclineReason.ToolTurn : DeclineReason.ToolCall;
            }
        }

        if (!EndsWithAText(response))
        {
            return AsksForATool(response) ? DeclineReason.ToolCall : DeclineReason.Empty;
        }

        return !options.CacheRefusals && RefusalRule.Matches(response.Messages[^1].Text) ? DeclineReason.Refusal : DeclineReason.None;
    }

    private static bool EndsWithAText(ChatResponse response) =>
        response.Messages is [.., { } last] && !AsksForATool(response) && !string.IsNullOrWhiteSpace(last.Text);

    private static bool AsksForATool(ChatResponse response) =>
        response.Messages is [.., { } last] && last.Contents.Any(c => c is ToolCallContent or InputRequestContent);
}
