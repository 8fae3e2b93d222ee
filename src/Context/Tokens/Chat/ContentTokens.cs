using System.Text;
using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>Counts messages by what they are made of.</summary>
/// <remarks>
/// The frame (3 a message, 1 for a name) is OpenAI's published rule; that of function results and calls is what recorded requests were
/// charged. Contents that connectors do not send (usage, errors, approvals) count nothing.
/// </remarks>
internal sealed class ContentTokens(TokenCounter counter, ImageRule images)
{
    private const int Frame = 3;
    private const int Name = 1;

    // A function's result, in the old form with the role "function", is 2 cheaper than a message with that name.
    private const int FunctionRoleDiscount = 2;

    private const int CallFrame = 3;

    // No record shows what ties a tool's result to its call; a name of a few tokens is what the old form had.
    private const int ResultAllowance = 4;

    // A guess, for files that are neither text nor image: what a PDF of mostly text comes to.
    private const int BytesPerToken = 40;

    private readonly CallTokens calls = new(counter);
    private readonly (string Role, int Tokens)[] roles =
        [.. new[] { ChatRole.User, ChatRole.Assistant, ChatRole.Tool, ChatRole.System }.Select(role => (role.Value, counter.Count(role.Value)))];

    /// <summary>Counts a message.</summary>
    public int CountMessage(ChatMessage message)
    {
        var frame = Frame + CountRole(message.Role.Value);
        if (message.AuthorName is { Length: > 0 } author)
        {
            frame += Name + counter.Count(author);
        }

        if (message.Role.Value == "function")
        {
            frame -= FunctionRoleDiscount;
        }

        var count = 0;
        var results = 0;
        var contents = message.Contents;
        for (var i = 0; i < contents.Count; i++)
        {
            results += contents[i] is FunctionResultContent ? 1 : 0;
            count += CountContent(contents[i]);
        }

        // Each result is sent as a message of its own.
        return count + (Math.Max(results, 1) * frame) + (results > 0 && results < contents.Count ? frame : 0);
    }

    /// <summary>Counts what is certain of a message: its frame and texts, without allowances and guesses.</summary>
    public int CountCertain(ChatMessage message)
    {
        var count = Frame + CountRole(message.Role.Value) - (message.Role.Value == "function" ? FunctionRoleDiscount : 0);
        var contents = message.Contents;
        for (var i = 0; i < contents.Count; i++)
        {
            count += contents[i] switch
            {
                TextContent text => counter.Count(text.Text),
                FunctionCallContent call => calls.Count(call),
                FunctionResultContent result => calls.CountResult(result.Result),
                _ => 0,
            };
        }

        return count;
    }

    private int CountContent(AIContent content) => content switch
    {
        TextContent text => counter.Count(text.Text),
        TextReasoningContent reasoning => counter.Count(reasoning.Text),
        FunctionCallContent call => CallFrame + calls.Count(call),
        FunctionResultContent result => ResultAllowance + calls.CountResult(result.Result),
        DataContent data when data.HasTopLevelMediaType("image") => images.Count(ImageSize.Of(data.Data.Span), DetailOf(data)),
        DataContent data when data.HasTopLevelMediaType("text") => counter.Count(Encoding.UTF8.GetString(data.Data.Span)),
        DataContent data => (data.Data.Length + BytesPerToken - 1) / BytesPerToken,
        UriContent uri when uri.HasTopLevelMediaType("image") => images.Count(null, DetailOf(uri)),
        _ => 0,
    };

    private int CountRole(string role)
    {
        foreach (var (known, tokens) in roles)
        {
            if (string.Equals(known, role, StringComparison.Ordinal))
            {
                return tokens;
            }
        }

        return counter.Count(role);
    }

    private static string? DetailOf(AIContent content)
        => content.AdditionalProperties?.TryGetValue("detail", out var detail) == true ? detail?.ToString() : null;
}
