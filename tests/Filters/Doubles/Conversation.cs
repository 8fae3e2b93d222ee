using Microsoft.SemanticKernel.ChatCompletion;

namespace Parsimony.SemanticKernel.Tests;

/// <summary>Long conversations whose turns can be told apart.</summary>
internal static class Conversation
{
    public static ChatHistory Long(int turns, string question)
    {
        var history = new ChatHistory("You are a clerk of a card bank.");
        for (var i = 0; i < turns; i++)
        {
            history.AddUserMessage($"Turn {i}: what does the branch in street number {i} do about parcels, letters and the weather?");
            history.AddAssistantMessage($"Reply {i}: it takes parcels until noon, letters until one, and has no say in the weather at number {i}.");
        }

        history.AddUserMessage(question);
        return history;
    }

    /// <summary>A text of so many sentences, none of which has to do with another.</summary>
    public static string Report(int sentences) =>
        string.Join("\n\n", Enumerable.Range(0, sentences).Select(static i => $"Section {i}. Ledger page {i * 37} lists {i * 11} transfers to account {i * 1013} of the branch."));
}
