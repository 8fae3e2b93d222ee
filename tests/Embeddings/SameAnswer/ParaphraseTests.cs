using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Embeddings.Tests;

/// <summary>Ordinary paraphrases that no guard may refuse: guards that refuse everything would be safe and useless.</summary>
public class ParaphraseTests
{
    public static TheoryData<string, string> Pairs { get; } = new()
    {
        { "How do I reset my password?", "What are the steps to change my password?" },
        { "I lost my card", "My card has gone missing, what should I do?" },
        { "Where's my refund?", "When will I get my money back?" },
        { "Can you tell me the opening hours?", "When are you open?" },
        { "What's the capital of France?", "Which city is France's capital?" },
        { "My payment was declined, why?", "Why did my card payment get rejected?" },
        { "How long does a transfer take?", "What is the usual time for a transfer to arrive?" },
        { "I'd like to top up my account", "How can I add money to my account?" },
        { "What fees do you charge abroad?", "Is there a charge when I pay in another country?" },
        { "My PIN is blocked", "I've blocked my pin, help please!" },
        { "How do I close my account?", "I want to delete my account" },
        { "Does the app support Apple Pay?", "Is apple pay supported by the app?" },
        { "It won't let me log in", "I can't log in" },
        { "I don't recognise this payment", "There's a payment I did not make" },
        { "Who wrote Hamlet?", "Hamlet was written by whom?" },
        { "Explain recursion like I'm a beginner", "What is recursion, in simple terms?" },
        { "What is the best way to learn guitar?", "How can I learn to play the guitar?" },
        { "HOW DO I CANCEL??", "how do i cancel" },
        { "Please, which one should I choose?", "Which should I choose?" },
        { "What's the weather like in May?", "in may, what is the weather like" },
        { "Is a deposit of 1,000 euros covered?", "Are deposits of €1000 covered?" },
        { "I was charged twice for order 4711", "Order 4711: I got charged twice" },
        { "How do I convert 5 km to miles?", "What is 5 kilometres in miles?" },
        { "How do I enable dark mode in Firefox?", "could you please tell me how to turn on dark mode in firefox?" },
        { "What is the best way to learn Python?", "whats the best way to lern python" },
        { "Is the UK part of the European Union?", "is the united kingdom part of the eu" },
        { "How do I get from London to Paris by train?", "What is the way to get to Paris from London by train?" },
        { "Why is my wife's phone so slow?", "why is my wifes phone so slow" },
        { "When do the clocks change?", "What time of the year do clocks change?" },
        { "Wie sperre ich meine Karte?", "Wie kann ich meine Karte sperren?" },
        { "¿Dónde está mi tarjeta?", "¿dónde está mi tarjeta" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void An_ordinary_paraphrase_passes_every_guard(string left, string right)
    {
        var decider = new SameAnswerDecider();

        Assert.DoesNotContain(decider.Explain(left, right).Guards, static v => v.Refuses);
        Assert.DoesNotContain(decider.Explain(right, left).Guards, static v => v.Refuses);
    }

    [Fact]
    public void Every_text_passes_beside_itself_and_every_guard_is_symmetric()
    {
        var decider = new SameAnswerDecider();
        var pieces = Gen.Elements("a", "not", "12", "1,000", "\"", "`", "'", "x_y", "A17", "#", "5%", "…", "\ud83d", "no", "one", "-", "Paris", "london", "buy", "selling", "from", "to", "my", "your", "when", "where", "U.S.", "n't", "by", "was", ".", "$", "3rd", "May", "://", "không", "नहीं", "三", " ");
        var texts = pieces.ListOf().Select(static list => string.Join(list.Count % 2 == 0 ? " " : "", list)).ToArbitrary();
        Prop.ForAll(texts, texts, (left, right) =>
        {
            Assert.DoesNotContain(decider.Explain(left, left).Guards, static v => v.Refuses);
            Assert.Equal(decider.Explain(left, right).Guards, decider.Explain(right, left).Guards);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task A_long_text_does_not_hold_a_guard_up()
    {
        // A pattern that backtracks or a search within a search would take minutes here; each guard takes some milliseconds.
        var text = string.Concat(Enumerable.Range(0, 5_000).Select(static i => $"a-{i}.b/{i}_c@d:#\"'`12,3 n't '")) + new string('-', 50_000) + new string('a', 50_000) + new string('1', 50_000);
        var verdicts = await Task.Run(() => new SameAnswerDecider().Explain(text, text + " 7 not `x` A17").Guards).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.All(verdicts, static v => Assert.True(v.Refuses, v.Guard));
    }
}
