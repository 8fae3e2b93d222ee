using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>Asks the rules about the question's text and applies the handling that the app has chosen for each.</summary>
internal sealed class TurnRules(ResponseCacheOptions options, ToolTurnRule tools)
{
    public SensitiveTurnHandling Decide(string text, ChatOptions? chatOptions, CallScope scope, out BypassReason reason)
    {
        reason = BypassReason.None;
        var handling = SensitiveTurnHandling.Cache;
        if (text.Length == 0)
        {
            return handling;
        }

        // Few texts hold a word that a rule could match on: the others are not taken apart.
        var mayAct = options.ActionHandling != SensitiveTurnHandling.Cache && CanAct(chatOptions);
        var mayBeFresh = options.FreshnessHandling != SensitiveTurnHandling.Cache && FreshnessRule.MayMatch(text);
        var mayBePersonal = options.PersonalHandling != SensitiveTurnHandling.Cache && PersonalRule.MayMatch(text);
        if (!mayAct && !mayBeFresh && !mayBePersonal)
        {
            return handling;
        }

        var words = WordList.Read(text);
        if (mayAct && ActionRule.Matches(words))
        {
            Apply(options.ActionHandling, BypassReason.Action, scope, ref handling, ref reason);
        }

        if (mayBeFresh && FreshnessRule.Matches(words))
        {
            Apply(options.FreshnessHandling, BypassReason.Freshness, scope, ref handling, ref reason);
        }

        if (mayBePersonal && PersonalRule.Matches(words))
        {
            Apply(options.PersonalHandling, BypassReason.Personal, scope, ref handling, ref reason);
        }

        return handling;
    }

    private static void Apply(
        SensitiveTurnHandling chosen, BypassReason why, CallScope scope, ref SensitiveTurnHandling handling, ref BypassReason reason)
    {
        if (chosen == SensitiveTurnHandling.RequireUser)
        {
            chosen = string.IsNullOrEmpty(scope.User) ? SensitiveTurnHandling.Bypass : SensitiveTurnHandling.Cache;
        }

        // The strictest wins: the values are in that order.
        if (chosen < handling)
        {
            handling = chosen;
            reason = chosen == SensitiveTurnHandling.Bypass ? why : BypassReason.None;
        }
    }

    /// <summary>Whether the call offers a tool that may change something. Without one "cancel my order" is words, and the answer explains how.</summary>
    private bool CanAct(ChatOptions? chatOptions)
    {
        if (chatOptions?.Tools is not { Count: > 0 } offered || chatOptions.ToolMode is NoneChatToolMode)
        {
            return false;
        }

        foreach (var tool in offered)
        {
            if (!tools.IsDeclaredPure(tool.Name))
            {
                return true;
            }
        }

        return false;
    }
}
