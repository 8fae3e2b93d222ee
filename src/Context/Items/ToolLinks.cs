using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>
/// Finds which messages the tool calls and their results tie together: parallel calls of one message, several result messages, several
/// results in one message, approvals, and the reasoning a call goes with.
/// </summary>
internal sealed class ToolLinks
{
    private readonly IReadOnlyList<ChatMessage> messages;
    private readonly DisjointSets groups;
    private readonly bool[] isTool;
    private readonly bool[] isIncomplete;

    // Some services number their calls anew in each turn: a result belongs to the newest call of its id.
    private readonly Dictionary<string, int> calls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> unanswered = new(StringComparer.Ordinal);

    public ToolLinks(IReadOnlyList<ChatMessage> messages)
    {
        this.messages = messages;
        groups = new DisjointSets(messages.Count);
        isTool = new bool[messages.Count];
        isIncomplete = new bool[messages.Count];
        for (var i = 0; i < messages.Count; i++)
        {
            Link(i);
        }

        foreach (var call in unanswered.Values)
        {
            isIncomplete[call] = true;
        }
    }

    /// <summary>Says whether a message takes part in a tool call.</summary>
    public bool IsTool(int message) => isTool[message];

    /// <summary>Says whether a message holds a call without result or a result without call.</summary>
    public bool IsIncomplete(int message) => isIncomplete[message];

    /// <summary>Gets the first message of the group that a message belongs to.</summary>
    public int GroupOf(int message) => groups.Find(message);

    private void Link(int index)
    {
        var message = messages[index];
        foreach (var content in message.Contents)
        {
            switch (content)
            {
                case ToolCallContent call:
                    AddCall(index, call, needsResult: call is FunctionCallContent { InformationalOnly: false });
                    break;
                case ToolApprovalRequestContent request:
                    AddCall(index, request.ToolCall, needsResult: false);
                    break;
                case ToolApprovalResponseContent response:
                    AddAnswer(index, response.ToolCall.CallId, needsCall: false);
                    break;
                case ToolResultContent result:
                    AddAnswer(index, result.CallId, needsCall: result is FunctionResultContent);
                    break;
            }
        }

        if (message.Role == ChatRole.Tool && !isTool[index])
        {
            // A tool's message without a result we can read: it cannot stand without what is before it.
            isTool[index] = true;
            isIncomplete[index] = index == 0 || !isTool[index - 1];
            if (!isIncomplete[index])
            {
                groups.Join(index - 1, index);
            }
        }

        if (isTool[index] && index > 0 && IsReasoningOnly(messages[index - 1]))
        {
            isTool[index - 1] = true;
            groups.Join(index - 1, index);
        }
    }

    private void AddCall(int index, ToolCallContent call, bool needsResult)
    {
        isTool[index] = true;
        if (needsResult)
        {
            if (unanswered.TryGetValue(call.CallId, out var earlier) && earlier != index)
            {
                isIncomplete[earlier] = true;
            }

            unanswered[call.CallId] = index;
        }

        if (calls.TryGetValue(call.CallId, out var approved) && IsApproval(messages[approved]))
        {
            groups.Join(approved, index);
        }

        calls[call.CallId] = index;
    }

    private void AddAnswer(int index, string callId, bool needsCall)
    {
        isTool[index] = true;
        if (calls.TryGetValue(callId, out var call))
        {
            groups.Join(call, index);
            if (needsCall)
            {
                unanswered.Remove(callId);
            }
        }
        else
        {
            isIncomplete[index] |= needsCall;
        }
    }

    private static bool IsApproval(ChatMessage message) => message.Contents.Any(static c => c is ToolApprovalRequestContent or ToolApprovalResponseContent);

    private static bool IsReasoningOnly(ChatMessage message) =>
        message.Role == ChatRole.Assistant && message.Contents.Count > 0 && message.Contents.All(static c => c is TextReasoningContent);
}
