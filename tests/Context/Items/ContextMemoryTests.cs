using Microsoft.Extensions.AI;
using static Parsimony.Context.Tests.Messages;

namespace Parsimony.Context.Tests.Items;

public class ContextMemoryTests
{
    [Fact]
    public void A_note_is_a_kind_of_its_own()
    {
        var note = ContextMemory.Create("Likes tea.", "n1");

        Assert.Equal((ChatRole.User, "Likes tea.", "memory", "n1"), (note.Role, note.Text, note.AuthorName, note.AdditionalProperties![ContextDocument.IdPropertyName]));
        Assert.True(ContextMemory.IsMemory(note));
        Assert.False(ContextDocument.IsDocument(note));
        Assert.False(ContextMemory.IsMemory(ContextDocument.Create("x")));
        Assert.True(ContextMemory.IsMemory(new ChatMessage(ChatRole.User, "x") { AuthorName = "memory" }));
        Assert.False(ContextMemory.IsMemory(new ChatMessage(ChatRole.Assistant, "x") { AuthorName = "memory" }));
        Assert.Equal(ContextItemKind.Memory, Assert.Single(ItemGrouper.Group([note])).Kind);
    }

    [Fact]
    public void A_note_is_never_the_question_and_no_more_recent_for_standing_last()
    {
        var question = User("What do I drink?");
        List<ChatMessage> messages =
            [question, ContextMemory.Create("Drinks tea with milk."), .. Enumerable.Range(0, 10).Select(i => ContextMemory.Create(Filler(20, i)))];

        Assert.Equal([question, messages[1]], Fitters.Default.Fit(messages, Fitters.Count(question, messages[1])).Messages);
    }

    [Fact]
    public void An_agent_may_require_notes_or_exclude_them()
    {
        List<ChatMessage> messages = [ContextMemory.Create("Unrelated words."), ContextDocument.Create("The blue pot."), User("Where is the blue pot?")];
        var fitter = new ContextFitter(new()
        {
            Agents = { ["a"] = new() { RequiredKinds = [ContextItemKind.Memory] }, ["b"] = new() { ExcludedKinds = [ContextItemKind.Memory] } },
        });

        Assert.Contains(messages[0], fitter.Fit(messages, Fitters.Count(messages) - 1, new CallScope { Agent = "a" }).Messages);
        Assert.DoesNotContain(messages[0], fitter.Fit(messages, Fitters.Count(messages) - 1, new CallScope { Agent = "b" }).Messages);
    }
}
