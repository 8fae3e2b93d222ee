using Microsoft.Extensions.AI;
using static Parsimony.Context.Tests.Messages;

namespace Parsimony.Context.Tests.Compaction;

public class CompactingPickTests
{
    private static readonly List<ChatMessage> WithTable =
        [User("List them."), Calls("a"), Result("a", Texts.Json(60)), Assistant("Done."), User("The weather is fine."), User("Who is person41?")];

    [Fact]
    public void Where_gentle_forms_are_enough_nothing_is_dropped_and_nothing_is_lost()
    {
        var fit = Fitters.Default.Fit(WithTable, Fitters.Count(WithTable) * 3 / 4);

        Assert.Equal(WithTable.Count, fit.Messages.Count);
        Assert.StartsWith("{\"fields\":[\"id\",\"name\",\"state\"],\"rows\":[[1,\"person1\",\"closed\"],", TextOf(fit.Messages[2]), StringComparison.Ordinal);
        Assert.DoesNotContain("left out", TextOf(fit.Messages[2]), StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_in_a_shorter_form_says_so_with_the_tokens_it_has_now()
    {
        var fit = Fitters.Default.Fit(WithTable, 200);

        var item = fit.Items.Single(i => i.Kind == ContextItemKind.ToolGroup);
        Assert.Equal(ContextDecision.Compacted, item.Decision);
        Assert.Equal(Fitters.Counter.CountMessages([fit.Messages[1], fit.Messages[2]]), item.FittedTokens);
        Assert.True(item.FittedTokens < item.Tokens && item.IsKept);
        Assert.Contains("[41,\"person41\",\"closed\"]", TextOf(fit.Messages[2]), StringComparison.Ordinal);
        Assert.InRange(Fitters.Count(fit.Messages), 170, 200);
    }

    [Fact]
    public void Switched_off_the_table_goes()
    {
        var fit = new ContextFitter(new() { EnableCompaction = false }).Fit(WithTable, 200);

        Assert.All(fit.Messages, m => Assert.Contains(m, WithTable));
        Assert.Equal(ContextDecision.TooLarge, fit.Items.Single(i => i.Kind == ContextItemKind.ToolGroup).Decision);
    }

    [Fact]
    public void A_way_that_is_switched_off_is_not_gone()
    {
        var fit = new ContextFitter(new() { DisabledCompactors = { "JSON" } }).Fit(WithTable, Fitters.Count(WithTable) * 3 / 4);

        Assert.DoesNotContain(fit.Messages, m => TextOf(m).Contains("\"fields\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(2_000)]
    [InlineData(20_000)]
    public void A_document_of_two_megabytes_defeats_nothing(int budget)
    {
        var document = ContextDocument.Create(Texts.Document(20_000));
        Assert.True(document.Text.Length > 2_000_000);
        List<ChatMessage> messages = [Instructions("Rules."), User("My name is Ann."), Assistant("Hello Ann."), document, User("What is topic7777?")];

        var fit = Fitters.Default.Fit(messages, budget);

        Assert.Equal(5, fit.Messages.Count);
        Assert.Contains("about topic7777.", fit.Messages[3].Text, StringComparison.Ordinal);
        Assert.InRange(Fitters.Count(fit.Messages), budget * 3 / 4, budget);
        Assert.Equal("document", fit.Messages[3].AuthorName);
    }

    [Fact]
    public void An_old_tool_result_of_668000_characters_defeats_nothing()
    {
        var log = Texts.Log(12_000);
        Assert.True(log.Length > 668_000);
        List<ChatMessage> messages = [Instructions("Rules."), User("Read the log."), Calls("a"), Result("a", log), Assistant("I have."), User("Which disk is full?")];

        var fit = Fitters.Default.Fit(messages, 1_000);

        Assert.Equal(6, fit.Messages.Count);
        Assert.Equal(0, Orphans.Count(fit.Messages));
        Assert.Contains("ERROR disk sda6000 is full", TextOf(fit.Messages[3]), StringComparison.Ordinal);
    }

    [Fact]
    public void Turns_are_never_rewritten_and_a_question_that_is_too_large_alone_is_refused()
    {
        List<ChatMessage> messages = [User(Texts.Document(500)), Assistant(Texts.Json(500)), User("And?")];
        Assert.Equal([messages[2]], Fitters.Default.Fit(messages, 500).Messages);

        messages.Add(User(Texts.Document(500)));
        Assert.Throws<ContextBudgetException>(() => Fitters.Default.Fit(messages, 500));
    }

    [Fact]
    public void One_large_item_makes_room_for_others_that_score_better()
    {
        List<ChatMessage> messages =
        [
            ContextDocument.Create(Texts.Document(60)),
            .. Enumerable.Range(0, 12).Select(i => User($"Fact {i} about the violin of Ms Abernathy and its case in room {i}.")),
            User("Where is Ms Abernathy's violin, and what of topic12?"),
        ];

        var fit = Fitters.Default.Fit(messages, 700);

        Assert.Equal(14, fit.Messages.Count);
        Assert.Contains("topic12.", fit.Messages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_of_messages_other_than_text_stay()
    {
        var image = new ChatMessage(ChatRole.User, [new TextContent(Texts.Document(80)), new DataContent(new byte[10], "image/png")]) { AuthorName = "document" };

        var fit = Fitters.Default.Fit([image, User("topic3?")], 300);

        Assert.True(fit.Messages.Count == 1 || ReferenceEquals(fit.Messages[0], image));
    }

    [Fact]
    public void The_callers_messages_stay_as_they_are()
    {
        var before = TextOf(WithTable[2]);

        Fitters.Default.Fit(WithTable, 200);

        Assert.Same(before, TextOf(WithTable[2]));
    }

    [Fact]
    public void What_an_agent_excludes_gets_no_second_chance()
    {
        var fitter = new ContextFitter(new() { Agents = { ["clerk"] = new() { ExcludedKinds = [ContextItemKind.ToolGroup] } } });

        Assert.DoesNotContain(WithTable[1], fitter.Fit(WithTable, 120, new CallScope { Agent = "clerk" }).Messages);
    }

    [Fact]
    public void What_is_unimportant_gets_no_second_chance()
    {
        var fitter = new ContextFitter(new() { ImportanceThreshold = 0.5 });
        List<ChatMessage> messages =
            [ContextDocument.Create("The violin. " + Texts.Document(60)).WithImportance(0.2), ContextDocument.Create("The cello. " + Texts.Document(60)), User("What of the violin?")];

        var fit = fitter.Fit(messages, 400);

        Assert.Equal(2, fit.Messages.Count);
        Assert.StartsWith("The cello.", fit.Messages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Room_that_a_short_gentle_form_leaves_goes_to_the_other_results()
    {
        List<ChatMessage> messages =
        [
            User("Look both up."), Calls("a", "b"), Result("a", Texts.Base64(30_000)), Result("b", Texts.Document(200)), Assistant("Done."), User("What is topic77?"),
        ];

        var fit = Fitters.Default.Fit(messages, 1_000);

        Assert.Equal(6, fit.Messages.Count);
        Assert.Equal("[base64, 30,000 bytes left out]", TextOf(fit.Messages[2]));
        Assert.InRange(Fitters.Count(fit.Messages), 800, 1_000);
    }
}
