using Microsoft.Extensions.AI;
using static Parsimony.Context.Tests.Messages;
using static Parsimony.Context.Tests.StablePrefix.Sessions;

namespace Parsimony.Context.Tests.StablePrefix;

public class StablePrefixTests
{
    [Fact]
    public void Nothing_is_cut_until_a_request_passes_the_high_watermark()
    {
        var history = Chat(40);
        var fitter = Fitter(Fitters.Count([.. history, User("Next?")]) * 100 / 84);

        var request = (List<ChatMessage>)[.. history, User("Next?")];

        Assert.Same(request, fitter.Fit(request, null, Named).Messages);
    }

    [Fact]
    public void A_conversation_that_grows_keeps_the_beginning_of_its_requests_between_two_cuts()
    {
        var history = Chat(120, words: 6);
        var fitter = Fitter(1_000);
        IReadOnlyList<ChatMessage> before = [];
        var (breaks, requests) = (0, 0);
        for (var end = 2; end <= history.Count; end += 2)
        {
            var fitted = fitter.Fit(history[..end], null, Named).Messages;
            Assert.True(Fitters.Count(fitted) <= 1_000);
            Assert.Same(history[end - 1], fitted[^1]);
            requests++;

            // The quote and the question are new each time; what stood before them must come again.
            var settled = before.TakeWhile(m => !ContextDocument.IsDocument(m)).Count();
            breaks += CommonMessages(before, fitted) < Math.Min(settled, before.Count) ? 1 : 0;
            before = fitted;
        }

        Assert.Equal(120, requests);
        Assert.InRange(breaks, 5, 25);
    }

    [Fact]
    public void After_a_cut_history_is_down_to_the_low_watermark()
    {
        var fitter = Fitter(2_000);
        var history = Chat(120, words: 6);
        var sizes = Enumerable.Range(30, 60)
            .Select(turn => fitter.Fit(history[..(2 * turn)], null, Named).Messages.Where(m => !ContextDocument.IsDocument(m)).ToList())
            .Select(m => Fitters.Count(m) / 2_000.0).ToList();

        Assert.InRange(sizes.Min(), 0.32, 0.42);
        Assert.InRange(sizes.Max(), 0.75, 0.87);
    }

    [Fact]
    public void The_same_history_gives_the_same_request_on_every_server()
    {
        var request = Chat(60)[..^1];

        var here = Fitter(800).Fit(request, null, Named).Messages;
        var there = Fitter(800).Fit([.. request], null, CallScope.Empty).Messages;

        Assert.Equal(here.Count, CommonMessages(here, there));
    }

    [Fact]
    public void An_old_turn_that_matters_is_quoted_behind_the_history_in_front_of_the_question()
    {
        var history = Chat(60);
        history.Insert(1, User("My violin teacher is Ms Abernathy."));
        List<ChatMessage> request = [.. history, User("Who teaches me the violin?")];

        var fit = Fitter(800).Fit(request, null, Named);

        Assert.Same(request[0], fit.Messages[0]);
        Assert.Same(request[^1], fit.Messages[^1]);
        Assert.True(EarlierTurns.IsQuote(fit.Messages[^2]));
        Assert.StartsWith("Earlier in this conversation:", fit.Messages[^2].Text, StringComparison.Ordinal);
        Assert.Contains("user: My violin teacher is Ms Abernathy.", fit.Messages[^2].Text, StringComparison.Ordinal);
        Assert.Single(fit.Messages, ContextDocument.IsDocument);
        Assert.Equal(ContextDecision.Quoted, fit.Items[1].Decision);
        Assert.True(fit.Items[1].IsKept);
        Assert.Equal(Fitters.Count(fit.Messages), fit.TokensAfter);
    }

    [Fact]
    public void Every_round_of_a_tool_loop_begins_with_the_round_before_it()
    {
        var history = Chat(60);
        history.Insert(1, User("My violin teacher is Ms Abernathy."));
        history.Add(User("Who teaches me the violin?"));
        var fitter = Fitter(1_000);
        var before = fitter.Fit(history, null, Named).Messages;
        var breaks = 0;
        for (var round = 0; round < 40; round++)
        {
            history.AddRange([Calls($"c{round}"), Result($"c{round}", Filler(15, round))]);
            var fitted = fitter.Fit(history, null, Named).Messages;

            breaks += CommonMessages(before, fitted) < before.Count ? 1 : 0;
            Assert.Equal(0, Orphans.Count(fitted));
            Assert.Contains(fitted, m => m.Text == "Who teaches me the violin?");
            before = fitted;
        }

        Assert.InRange(breaks, 1, 6);
    }

    [Fact]
    public void A_huge_result_is_shortened_once_and_stays_in_the_same_words()
    {
        var fitter = Fitter(1_000);
        List<ChatMessage> history = [Instructions("Rules."), User("Read the table."), Calls("a"), Result("a", Filler(5_000))];
        var first = fitter.Fit(history, null, Named).Messages;
        history.AddRange([Assistant("Done."), User("And now?")]);

        var second = fitter.Fit(history, null, Named).Messages;

        Assert.InRange(Fitters.Count(first), 100, 1_000);
        Assert.Contains("tokens left out", TextOf(first[^1]), StringComparison.Ordinal);
        Assert.Equal(first.Count, CommonMessages(first, second));
    }

    [Fact]
    public void Documents_compete_for_the_room_above_the_high_watermark_and_stand_before_the_question()
    {
        var documents = Enumerable.Range(0, 30).Select(i => ContextDocument.Create($"Article{i}: {Filler(30, i)}")).ToList();
        documents.Add(ContextDocument.Create("Article on violins: they have four strings."));
        List<ChatMessage> request = [Instructions("Rules."), .. documents, .. Chat(5, 3)[1..], User("How many strings has a violin?")];

        var fit = Fitter(700).Fit(request, null, Named);

        Assert.Equal(Chat(5, 3)[1..].Select(m => m.Text), fit.Messages.Skip(1).Take(10).Select(m => m.Text));
        Assert.Contains(documents[^1], fit.Messages.Skip(11));
        Assert.Same(request[^1], fit.Messages[^1]);
    }

    [Fact]
    public void System_messages_stay_wherever_they_stand()
    {
        var history = Chat(80);
        history.Insert(20, Developer("Be brief."));
        history.Add(User("Next?"));

        var fitted = Fitter(600).Fit(history, null, Named).Messages;

        Assert.Equal(["You are a helpful clerk.", "Be brief."], fitted.Take(2).Select(m => m.Text));
    }

    [Fact]
    public void Under_memory_pressure_the_watermarks_follow_the_budget_in_steps()
    {
        var pressure = new Pressure();
        var fitter = new ContextFitter(new() { MaxContextTokens = 1_000, Mode = ContextMode.StablePrefix }, pressure: pressure);
        var request = Chat(80)[..^1];

        var calm = fitter.Fit(request, null, Named).Messages;
        pressure.Value = 0.91;
        var pressed = fitter.Fit(request, null, Named);
        pressure.Value = 0.92;
        var again = fitter.Fit(request, null, Named).Messages;
        pressure.Value = 0.1;
        var calmAgain = fitter.Fit(request, null, Named).Messages;

        Assert.InRange(pressed.TokensAfter, 200, 650);
        var settled = pressed.Messages.TakeWhile(m => !ContextDocument.IsDocument(m)).Count();
        Assert.True(CommonMessages(pressed.Messages, again) >= settled);
        Assert.Equal(calm.Count, CommonMessages(calm, calmAgain));
    }

    [Fact]
    public void What_is_too_large_is_said_as_in_the_other_mode()
    {
        var e = Assert.Throws<ContextBudgetException>(() => Fitter(50).Fit([User(Filler(500))], null, Named));

        Assert.True(e.RequiredTokens > 50);
    }

    [Fact]
    public void Kinds_that_the_agent_excludes_go_first_and_kinds_it_requires_last()
    {
        List<ChatMessage> chat = [User("Start."), Assistant("Fine."), .. Chat(3, words: 3)[1..], User("And?")];
        List<ChatMessage> request = [.. chat[..2], Calls("a"), Result("a", Filler(300)), .. chat[2..]];
        var small = Fitters.Count(request) * 100 / 86;
        var large = Fitters.Count(request[2], request[3], request[^1]) * 100 / 38;

        var excluded = For(a => a.ExcludedKinds.Add(ContextItemKind.ToolGroup)).Fit(request, small, Named);
        var required = For(a => a.RequiredKinds.Add(ContextItemKind.ToolGroup)).Fit([.. request[..4], .. Chat(60, words: 3)[1..], request[^1]], large, Named);

        Assert.Equal(chat, excluded.Messages);
        Assert.Same(request[2], required.Messages[0]);
        Assert.StartsWith("filler0", TextOf(required.Messages[1]), StringComparison.Ordinal);

        static ContextFitter For(Action<AgentSpecialization> configure)
        {
            var agent = new AgentSpecialization();
            configure(agent);
            return Fitter(int.MaxValue, o => o.Agents["clerk"] = agent);
        }
    }

    private sealed class Pressure : IMemoryPressure
    {
        public double Value { get; set; }

        double IMemoryPressure.Pressure => Value;
    }
}
