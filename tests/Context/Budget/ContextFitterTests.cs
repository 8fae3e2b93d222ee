using Microsoft.Extensions.AI;
using static Parsimony.Context.Tests.Messages;

namespace Parsimony.Context.Tests.Budget;

public class ContextFitterTests
{
    [Fact]
    public void What_fits_comes_back_as_the_same_list()
    {
        var messages = new List<ChatMessage> { Instructions("Be brief."), User("Hello") };

        var fit = Fitters.Default.Fit(messages, null, CallScope.Empty);

        Assert.Same(messages, fit.Messages);
        Assert.Equal(0, fit.Dropped);
        Assert.Equal(Fitters.Count(messages), fit.TokensBefore);
        Assert.Equal(fit.TokensBefore, fit.TokensAfter);
        Assert.All(fit.Items, i => Assert.True(i.IsKept));
    }

    [Fact]
    public void A_request_of_exactly_the_budget_loses_nothing_and_one_token_less_loses_something()
    {
        List<ChatMessage> messages = [User("One"), Assistant("Two"), User("Three")];
        var tokens = Fitters.Count(messages);

        Assert.Same(messages, Fitters.Default.Fit(messages, tokens).Messages);
        Assert.Equal(1, Fitters.Default.Fit(messages, tokens - 1).Dropped);
    }

    [Fact]
    public void What_has_to_do_with_the_question_stays_in_the_order_it_came()
    {
        List<ChatMessage> messages =
        [
            User("My locker at the station has the number 4417."), Assistant("Noted."),
            .. Enumerable.Range(0, 20).SelectMany(i => new[] { User(Filler(20, i)), Assistant(Filler(20, i + 100)) }),
            User("Which number does my locker have?"),
        ];

        var fit = Fitters.Default.Fit(messages, Fitters.Count(messages) / 4);

        Assert.Same(messages[0], fit.Messages[0]);
        Assert.Same(messages[^1], fit.Messages[^1]);
        Assert.Equal(fit.Messages.OrderBy(messages.IndexOf), fit.Messages);
        Assert.Equal(messages.Count - fit.Messages.Count, fit.Dropped);
        Assert.Equal(Fitters.Count(fit.Messages), fit.TokensAfter);
    }

    [Fact]
    public void System_and_developer_messages_stay_wherever_they_stand()
    {
        List<ChatMessage> messages = [Instructions("First rule."), User(Filler(50)), Developer("Second rule."), Assistant(Filler(50)), Instructions("Third rule."), User("Go on.")];

        var fit = Fitters.Default.Fit(messages, Fitters.Count(messages[0], messages[2], messages[4], messages[5]));

        Assert.Equal([messages[0], messages[2], messages[4], messages[5]], fit.Messages);
    }

    [Fact]
    public void The_callers_list_and_messages_stay_as_they_are()
    {
        List<ChatMessage> messages = [User(Filler(50)), User("Look it up."), Calls("a"), Result("a", Filler(3000))];
        var before = messages.ToArray();
        var contents = messages[^1].Contents.ToArray();

        var fit = Fitters.Default.Fit(messages, 200);

        Assert.Equal(before, messages);
        Assert.Equal(contents, messages[^1].Contents);
        Assert.Equal(Filler(3000), TextOf(messages[^1]));
        Assert.NotSame(messages[^1], fit.Messages[^1]);
    }

    [Fact]
    public void The_same_request_is_fitted_the_same_way_by_every_fitter()
    {
        var messages = Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? User(Filler(10 + i, i)) : Assistant(Filler(40 - (i / 2), i))).Append(User("filler31 and filler62?")).ToList();

        var first = new ContextFitter(new()).Fit(messages, 500).Messages;

        Assert.Equal(first, new ContextFitter(new()).Fit(messages, 500).Messages);
        Assert.Equal(first, Fitters.Default.Fit([.. messages], 500).Messages);
        Assert.Equal(first, Fitters.Default.Fit(messages, 500).Messages);
    }

    [Fact]
    public void Without_anything_to_go_by_the_newest_turns_stay()
    {
        List<ChatMessage> messages = [.. Enumerable.Range(0, 20).Select(i => User($"Item number {i} of the list")), User("???")];

        var fit = Fitters.Default.Fit(messages, Fitters.Count(messages) / 2);

        Assert.Equal(messages.TakeLast(fit.Messages.Count), fit.Messages);
    }

    [Fact]
    public void A_question_that_says_nothing_by_itself_is_read_with_the_one_before_it()
    {
        List<ChatMessage> messages =
        [
            User("The refund for the violin takes nine days."), .. Enumerable.Range(0, 12).Select(i => Assistant(Filler(12, i))),
            User("How long does the violin refund take?"), .. Enumerable.Range(0, 12).Select(i => Assistant(Filler(12, i + 50))), User("And why?"),
        ];

        Assert.Contains(messages[0], Fitters.Default.Fit(messages, Fitters.Count(messages) / 2).Messages);
    }

    [Fact]
    public void Documents_go_one_by_one_and_are_never_the_question()
    {
        var question = User("How do I unblock my card?");
        var right = ContextDocument.Create("To unblock a card, open the app and choose unblock card.");
        List<ChatMessage> messages =
        [
            Instructions("Answer from the documents."), question,
            .. Enumerable.Range(0, 10).Select(i => ContextDocument.Create(Filler(30, i))), right, ContextDocument.Create(Filler(30, 99)),
        ];

        var fit = Fitters.Default.Fit(messages, Fitters.Count(messages[0], question, right));

        Assert.Equal([messages[0], question, right], fit.Messages);
    }

    [Fact]
    public void Without_a_user_the_newest_message_is_what_must_stay()
    {
        List<ChatMessage> messages = [Instructions("Rules."), Assistant(Filler(30)), Assistant("I hand over to you.")];

        Assert.Equal([messages[0], messages[2]], Fitters.Default.Fit(messages, Fitters.Count(messages[0], messages[2])).Messages);
    }

    [Fact]
    public void Nothing_at_all_is_fitted_to_nothing() => Assert.Empty(Fitters.Default.Fit([], 3).Messages);

    [Fact]
    public void Every_item_says_why_it_was_kept_or_cut()
    {
        List<ChatMessage> messages = [Instructions("Rules."), User("The key is under the blue pot."), User(Filler(900)), User(Filler(40)), User("Where is the key?")];

        var fit = Fitters.Default.Fit(messages, Fitters.Count(messages[0], messages[1], messages[4]) + 5);

        Assert.Equal(
            [ContextDecision.Required, ContextDecision.Kept, ContextDecision.TooLarge, ContextDecision.TooLarge, ContextDecision.Required],
            fit.Items.Select(i => i.Decision));
        var score = fit.Items[1].Score;
        Assert.True(score.Words > 1);
        Assert.Equal(score.Words + score.Similarity + score.Neighbours, score.Relevance, 12);
        Assert.Equal(score.Relevance + score.Recency + score.Role + score.Size, score.Total, 12);
        Assert.Equal([2], fit.Items[2].MessageIndexes);
    }
}
