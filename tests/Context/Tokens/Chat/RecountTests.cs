using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Context.Tests;

/// <summary>A second count costs little; what changed in between is counted all the same.</summary>
public class RecountTests
{
    private static readonly ChatTokenCounter Counter = new(TokenCounter.O200kBase, "gpt-4o");

    [Fact]
    public void Recounting_a_history_allocates_nothing()
    {
        var text = string.Join(' ', Enumerable.Range(0, 200));
        var messages = Enumerable.Range(0, 100).Select(i => new ChatMessage(i % 2 == 0 ? ChatRole.User : ChatRole.Assistant, text + i)).ToList();
        messages.Add(new(ChatRole.Assistant, [new FunctionCallContent("1", "now")]));
        messages.Add(new(ChatRole.Tool, [new FunctionResultContent("1", JsonElement.Parse("""{"time":"12:00"}"""))]));
        // A counter of its own: the memory of a counter is everybody's, and other tests take places in it.
        var counter = new ChatTokenCounter(new OwnCounter(), "gpt-4o");
        var first = counter.CountMessages(messages);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var second = 0;
        for (var i = 0; i < messages.Count; i++)
        {
            second += counter.CountMessage(messages[i]);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(first, second);
    }

    [Fact]
    public void A_call_whose_arguments_were_changed_is_counted_anew()
    {
        var list = new List<string> { "a" };
        var arguments = new Dictionary<string, object?> { ["city"] = "Paris" };
        var call = new FunctionCallContent("1", "look_up", arguments);
        AssertCountedAnew(call, () => arguments["city"] = "Llanfairpwllgwyngyll");
        AssertCountedAnew(call, () => arguments["days"] = 3);
        AssertCountedAnew(call, () => arguments.Remove("city"));
        AssertCountedAnew(call, () => call.Arguments = new Dictionary<string, object?> { ["city"] = "Rio de Janeiro", ["list"] = list });
        AssertCountedAnew(call, () => list.Add("something else"));
        AssertCountedAnew(call, () => call.Arguments = new Dictionary<string, object?> { ["city"] = "Rio de Janeiro" });
        AssertCountedAnew(call, () => call.Arguments!["city"] = null);
        AssertCountedAnew(call, () => call.Arguments!["city"] = "Oslo");
        AssertCountedAnew(call, () => call.RawRepresentation = "{}");
    }

    [Fact]
    public void What_a_call_carried_is_not_kept_alive_by_its_count()
    {
        var carried = CountCallThatCarries();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(carried.IsAlive);
    }

    [Fact]
    public void A_result_whose_object_was_changed_is_counted_anew()
    {
        var rows = new List<string> { "one row" };
        var message = new ChatMessage(ChatRole.Tool, [new FunctionResultContent("1", rows)]);
        var before = Counter.CountMessage(message);
        rows.Add("and another row");
        Assert.True(Counter.CountMessage(message) > before);
    }

    [Fact]
    public void A_text_that_was_replaced_is_counted_anew()
    {
        var content = new TextContent("A text that is long enough to be remembered by reference.");
        var message = new ChatMessage(ChatRole.User, [content]);
        var before = Counter.CountMessage(message);
        content.Text += " And a little more of it.";
        Assert.Equal(before + 7, Counter.CountMessage(message));
        Assert.Equal(new ChatTokenCounter(new Uncached()).CountMessage(message), Counter.CountMessage(message));
    }

    [Fact]
    public void Tools_that_were_exchanged_are_counted_anew()
    {
        var one = AIFunctionFactory.Create((string city) => city, "forecast", "The weather to come.");
        var two = AIFunctionFactory.Create((int a, int b) => a + b, "add", "The sum of two numbers.");
        var three = AIFunctionFactory.Create((int a, int b, int c) => a + b + c, "add", "The sum of two numbers.");
        var counts = new[] { [one], [one, two], [one, three], new[] { two, one } }
            .Select(tools => (Count: Counter.CountTools(new ChatOptions { Tools = [.. tools] }), Fresh: new ChatTokenCounter(new Uncached(), "gpt-4o").CountTools(new ChatOptions { Tools = [.. tools] })));
        Assert.All(counts.Concat(counts), c => Assert.Equal(c.Fresh, c.Count));
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference CountCallThatCarries()
    {
        var file = new string('x', 10_000);
        var message = new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("1", "write_file", new Dictionary<string, object?> { ["text"] = file })]);
        Assert.Equal(Counter.CountMessage(message), Counter.CountMessage(message));
        return new WeakReference(file);
    }

    private static void AssertCountedAnew(FunctionCallContent call, Action change)
    {
        var message = new ChatMessage(ChatRole.Assistant, [call]);
        Counter.CountMessage(message);
        change();
        Assert.Equal(new ChatTokenCounter(new Uncached(), "gpt-4o").CountMessage(message), Counter.CountMessage(message));
    }

    private sealed class Uncached : TokenCounter
    {
        public override string Name => "uncached";

        public override int Count(ReadOnlySpan<char> text) => O200kBase.Count(text);

        public override int GetPrefixLength(ReadOnlySpan<char> text, int maxTokens, out int tokenCount)
            => O200kBase.GetPrefixLength(text, maxTokens, out tokenCount);
    }

    private sealed class OwnCounter : TokenCounter
    {
        public override string Name => O200kBase.Name;

        public override int Count(ReadOnlySpan<char> text) => O200kBase.Count(text);

        public override int GetPrefixLength(ReadOnlySpan<char> text, int maxTokens, out int tokenCount) => O200kBase.GetPrefixLength(text, maxTokens, out tokenCount);
    }
}
