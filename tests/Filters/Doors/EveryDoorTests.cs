namespace Parsimony.SemanticKernel.Tests;

public class EveryDoorTests
{
    public static TheoryData<string, bool> Doors => Door.Doors;

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task The_model_sees_a_miss_once_and_a_hit_never(string name, bool streaming)
    {
        var model = new CountingModel();
        var door = Door.Named(name);
        var kernel = model.Kernel(door);

        var first = await door.Ask(kernel, "How do I block a card?", streaming);
        var afterMiss = model.Calls;
        var second = await door.Ask(kernel, "How do I block a card?", streaming);

        Assert.Equal((1, 1), (afterMiss, model.Calls));
        Assert.Equal("Answer to: How do I block a card?", first);
        Assert.Equal(first, second);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Streamed_and_whole_answers_share_an_entry(string name, bool streaming)
    {
        var model = new CountingModel();
        var door = Door.Named(name);
        var kernel = model.Kernel(door);

        var first = await door.Ask(kernel, "How do I block a card?", streaming);
        var second = await door.Ask(kernel, "How do I block a card?", !streaming);

        Assert.Equal(1, model.Calls);
        Assert.Equal(first, second);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Another_question_is_another_call(string name, bool streaming)
    {
        var model = new CountingModel();
        var door = Door.Named(name);
        var kernel = model.Kernel(door);

        await door.Ask(kernel, "How do I block a card?", streaming);
        var other = await door.Ask(kernel, "How do I unblock a card?", streaming);

        Assert.Equal(2, model.Calls);
        Assert.Equal("Answer to: How do I unblock a card?", other);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Callers_at_the_same_time_share_one_call(string name, bool streaming)
    {
        var model = new CountingModel();
        var door = Door.Named(name);
        var kernel = model.Kernel(door, o => o.Options.EnableThrottle = false);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => door.Ask(kernel, "How do I block a card?", streaming))));

        Assert.Equal(1, model.Calls);
        Assert.All(answers, a => Assert.Equal("Answer to: How do I block a card?", a));
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task With_cache_and_budget_switched_off_each_call_reaches_the_model(string name, bool streaming)
    {
        var model = new CountingModel();
        var door = Door.Named(name);
        var kernel = model.Kernel(door, o => o.Options.EnableCache = o.Options.EnableBudget = o.Options.EnableThrottle = false);

        await door.Ask(kernel, "How do I block a card?", streaming);
        await door.Ask(kernel, "How do I block a card?", streaming);

        Assert.Equal(2, model.Calls);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Each_request_counts_as_one_look_up(string name, bool streaming)
    {
        var model = new CountingModel();
        var door = Door.Named(name);
        var kernel = model.Kernel(door);

        await door.Ask(kernel, "How do I block a card?", streaming);
        await door.Ask(kernel, "How do I block a card?", streaming);

        var statistics = kernel.GetRequiredService<Caching.ResponseCache>().Statistics;
        Assert.Equal((2, 1), (statistics.Lookups, statistics.ExactHits));
    }
}
