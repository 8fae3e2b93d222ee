using Microsoft.Extensions.AI;
using static Parsimony.Context.Tests.Messages;

namespace Parsimony.Context.Tests.Budget;

public class AgentSpecializationTests
{
    private static readonly CallScope Clerk = new() { Agent = "Clerk" };

    [Fact]
    public void Keywords_raise_what_holds_them_inflected_or_not()
    {
        List<ChatMessage> messages =
            [Assistant("Filler words about refunding old invoices here"), .. Enumerable.Range(0, 10).Select(i => Assistant($"Filler words about other things here {i}")), User("???")];
        var fitter = new ContextFitter(new() { Agents = { ["clerk"] = new() { Keywords = ["refund", "invoice", "overdue invoices"] } }, RecencyWeight = 0.1 });

        Assert.Contains(messages[0], fitter.Fit(messages, Fitters.Count(messages) / 3, Clerk).Messages);
        Assert.DoesNotContain(messages[0], fitter.Fit(messages, Fitters.Count(messages) / 3).Messages);
    }

    [Fact]
    public void Each_further_keyword_counts_for_half_of_the_one_before()
    {
        List<ChatMessage> messages = [User("refunds"), User("refunds and invoices"), User("invoices without anything of the other kind of thing"), User("?")];
        var fitter = new ContextFitter(new() { SpecializationWeight = 8, Agents = { ["Clerk"] = new() { Keywords = ["refund", "invoice", "overdue invoice", ""] } } });

        var fit = fitter.Fit(messages, Fitters.Count(messages) - 1, Clerk);

        Assert.Equal([4.0, 6.0, 4.0], fit.Items.Take(3).Select(i => i.Score.Specialization));
    }

    [Fact]
    public void Required_kinds_stay_before_better_ones_and_excluded_kinds_go_first()
    {
        List<ChatMessage> messages = [User("The blue pot."), Calls("a"), Result("a", "unrelated words"), ContextDocument.Create("blue pot blue pot"), User("Where is the blue pot?")];
        var plain = new ContextFitter(new() { RecencyWeight = 0 });
        var fitter = new ContextFitter(new()
        {
            RecencyWeight = 0,
            Agents = { ["Clerk"] = new() { RequiredKinds = [ContextItemKind.ToolGroup], ExcludedKinds = [ContextItemKind.Document] } },
        });

        var fit = fitter.Fit(messages, Fitters.Count(messages) - 1, Clerk);
        Assert.Equal([messages[0], messages[1], messages[2], messages[4]], fit.Messages);
        Assert.Equal(ContextDecision.Excluded, fit.Items[2].Decision);

        Assert.Equal([messages[1], messages[2], messages[4]], fitter.Fit(messages, Fitters.Count(messages[1], messages[2], messages[4]), Clerk).Messages);
        Assert.DoesNotContain(messages[1], plain.Fit(messages, Fitters.Count(messages) - 1, Clerk).Messages);
    }

    [Fact]
    public void An_agent_weighs_by_its_own_weights_and_by_the_options_where_it_has_none()
    {
        List<ChatMessage> messages = [User("The blue pot."), .. Enumerable.Range(0, 6).Select(i => User($"Another thing, number {i}.")), User("Where is the blue pot?")];
        var fitter = new ContextFitter(new()
        {
            Agents = { ["Clerk"] = new() { Weights = { [ContextScorePart.Relevance] = 0, [ContextScorePart.Role] = 3 } } },
        });

        var clerks = fitter.Fit(messages, Fitters.Count(messages) / 2, Clerk).Items[0].Score;
        var others = fitter.Fit(messages, Fitters.Count(messages) / 2).Items[0].Score;

        Assert.Equal((0, 3), (clerks.Relevance, clerks.Role));
        Assert.True(others.Relevance > 1);
        Assert.Equal(others.Recency, clerks.Recency);
    }

    [Fact]
    public void Excluding_a_kind_takes_nothing_from_a_request_that_fits()
    {
        List<ChatMessage> messages = [ContextDocument.Create("A document."), User("Hi")];
        var fitter = new ContextFitter(new() { Agents = { ["Clerk"] = new() { ExcludedKinds = [ContextItemKind.Document] } } });

        Assert.Same(messages, fitter.Fit(messages, null, Clerk).Messages);
    }
}
