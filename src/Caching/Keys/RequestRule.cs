using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>Calls that are never cached, whatever they ask.</summary>
internal static class RequestRule
{
    public static BypassReason Check(IReadOnlyList<ChatMessage> messages, ChatOptions? chatOptions, CallScope scope, ResponseCacheOptions options)
    {
        // Who must say who they are and does not gets no cache, never a shared one.
        if (options.RequireTenant && string.IsNullOrEmpty(scope.Tenant))
        {
            return BypassReason.NoTenant;
        }

        if (options.RequireUser && string.IsNullOrEmpty(scope.User))
        {
            return BypassReason.NoUser;
        }

        if (messages.Count == 0)
        {
            return BypassReason.NoMessages;
        }

        return chatOptions is null ? BypassReason.None : Check(chatOptions);
    }

    private static BypassReason Check(ChatOptions options)
    {
#pragma warning disable MEAI001 // These are in preview; a call that uses them must still not be cached.
        var (continuation, background) = (options.ContinuationToken is not null, options.AllowBackgroundResponses == true);
#pragma warning restore MEAI001
        return options.ConversationId is not null ? BypassReason.Conversation
            : continuation ? BypassReason.Continuation
            : background ? BypassReason.Background
            : options.RawRepresentationFactory is not null ? BypassReason.RawRequest
            : PropertyKey.AsksSeveralChoices(options.AdditionalProperties) ? BypassReason.SeveralChoices
            : BypassReason.None;
    }
}
