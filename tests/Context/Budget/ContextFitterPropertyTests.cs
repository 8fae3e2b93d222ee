using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;

namespace Parsimony.Context.Tests.Budget;

public class ContextFitterPropertyTests
{
    /// <summary>How many random requests are tried; PARSIMONY_RANDOM_REQUESTS=1000000 tries a million.</summary>
    private static readonly int Requests =
        int.TryParse(Environment.GetEnvironmentVariable("PARSIMONY_RANDOM_REQUESTS"), System.Globalization.CultureInfo.InvariantCulture, out var requests) ? requests : 1_500;

    [Fact]
    public void No_fitted_request_recounted_from_scratch_exceeds_its_budget_or_breaks_a_rule() =>
        Prop.ForAll(RandomRequests.Any.ToArbitrary(), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(Requests));

    private static bool Holds(RandomRequest request)
    {
        var fitter = request.Fitter();
        ContextFit fit;
        try
        {
            fit = fitter.Fit(request.Messages, request.Options, request.Scope);
        }
        catch (ContextBudgetException e)
        {
            // Only where what must stay is too large by itself.
            return e.RequiredTokens > e.AvailableTokens && e.ExcessTokens <= e.RequiredTokens;
        }

        var limit = fit.Budget.Available + fit.Budget.ToolTokens;
        var recounted = Fitters.Counter.CountRequest(fit.Messages, request.Options);

        // What a fitter remembers changes nothing, and a new one, which takes more time, comes to the same.
        var other = request.Messages.Count % 4 == 0 ? request.Fitter() : fitter;
        var again = other.Fit([.. request.Messages], request.Options, request.Scope);
        var originals = fit.Messages.Select(m => request.IndexOf(m)).ToList();
        return recounted <= limit
            && recounted == fit.TokensAfter
            && fit.TokensBefore == Fitters.Counter.CountRequest(request.Messages, request.Options)
            && fit.Dropped == request.Messages.Count - fit.Messages.Count
            && originals.Zip(originals.Skip(1)).All(p => p.First < p.Second)
            && Orphans.Count(fit.Messages) <= Orphans.Count(request.Messages)
            && request.Messages.Where(IsSystem).All(fit.Messages.Contains)
            && fit.Messages.Where(MustNotChange).All(request.Messages.Contains)
            && fit.Items.Where(i => i.IsKept).Sum(i => i.FittedTokens) + ChatTokenCounter.ReplyPriming + fit.Budget.ToolTokens == fit.TokensAfter
            && fit.Items.All(i => i.FittedTokens <= i.Tokens)
            && References(fit.Messages).All(r => r)
            && (request.Messages.LastOrDefault(IsQuestion) is not { } question || fit.Messages.Contains(question))
            && fit.Messages.Select(RandomRequest.Fingerprint).SequenceEqual(again.Messages.Select(RandomRequest.Fingerprint));
    }

    private static bool IsSystem(ChatMessage message) => message.Role == ChatRole.System || message.Role.Value == "developer";

    private static bool IsQuestion(ChatMessage message) => message.Role == ChatRole.User && !ContextDocument.IsDocument(message) && !ContextMemory.IsMemory(message);

    private static bool MustNotChange(ChatMessage message) => IsSystem(message) || IsQuestion(message) || message.Role == ChatRole.Assistant;

    // Of each reference that says "the same", whether a result further on is there to be the same.
    private static IEnumerable<bool> References(IReadOnlyList<ChatMessage> messages)
    {
        var results = messages.SelectMany(m => m.Contents).OfType<FunctionResultContent>().Select(r => (string)r.Result!).ToList();
        return results.Select((text, i) => !text.StartsWith("[same as", StringComparison.Ordinal) || results.Skip(i + 1).Any(r => !r.StartsWith("[same as", StringComparison.Ordinal)));
    }
}
