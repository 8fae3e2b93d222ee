using System.Text;
using Microsoft.Extensions.AI;

namespace Parsimony.Caching.Tests.Warming;

public sealed class WarmTests
{
    [Fact]
    public async Task Known_answers_are_served_to_live_calls()
    {
        var f = new CacheFixture();
        var result = await Warm(f, """
            {"prompt":"How do I top up?","answer":"By card.","model":"m","tenant":"t","tags":["handbook"]}

            {"messages":[{"role":"system","content":"s"},{"role":"user","content":"q"}],"answer":"a"}
            """);

        Assert.Equal((2, 2, 0), (result.Lines, result.Stored, result.Errors.Count));
        Assert.Equal("By card.", await f.GetAsync("How do I  top up?", new ChatOptions { ModelId = "m" }, new() { Tenant = "t" }));
        Assert.Null(await f.GetAsync("How do I top up?", new ChatOptions { ModelId = "m" }));
        Assert.NotNull(await f.Cache.TryGetAsync(f.Cache.Plan([Plans.Sys("s"), Plans.User("q")], null, CallScope.Empty)));
        await f.Cache.RemoveByTagAsync("handbook");
        Assert.Null(await f.GetAsync("How do I top up?", new ChatOptions { ModelId = "m" }, new() { Tenant = "t" }));
    }

    [Fact]
    public async Task The_options_of_live_calls_are_part_of_the_key_of_a_warmed_answer()
    {
        var f = new CacheFixture();
        var options = new ChatOptions { Temperature = 0, ModelId = "default" };
        await Warm(f, """{"prompt":"q","answer":"a","model":"m"}""", options);

        Assert.Equal("a", await f.GetAsync("q", new ChatOptions { Temperature = 0, ModelId = "m" }));
        Assert.Equal("default", options.ModelId);
    }

    [Theory]
    [InlineData("nonsense", "Not a JSON object.")]
    [InlineData("[1]", "Not a JSON object.")]
    [InlineData("""{"prompt":"secret"}""", "No \"answer\".")]
    [InlineData("""{"answer":"a"}""", "Neither \"prompt\" nor \"messages\".")]
    [InlineData("""{"prompt":"q","answer":3}""", "\"answer\" is no text.")]
    [InlineData("""{"messages":[{"role":"user"}],"answer":"a"}""", "A message without \"role\" or \"content\".")]
    [InlineData("""{"prompt":"q","answer":"a","tags":"t"}""", "\"tags\" is no list of texts.")]
    [InlineData("""{"prompt":"q","answer":""}""", "The answer was not kept: Empty.")]
    [InlineData("""{"prompt":"What is the weather right now?","answer":"a"}""", "A call with these messages passes the cache by: Freshness.")]
    public async Task A_bad_line_is_named_and_the_others_are_stored(string line, string reason)
    {
        var f = new CacheFixture();
        var result = await Warm(f, line + "\n{\"prompt\":\"good\",\"answer\":\"a\"}");

        Assert.Equal([new WarmError(1, reason)], result.Errors);
        Assert.Equal((2, 1), (result.Lines, result.Stored));
    }

    private static Task<WarmResult> Warm(CacheFixture f, string lines, ChatOptions? options = null) =>
        f.Cache.WarmAsync(new MemoryStream(Encoding.UTF8.GetBytes(lines)), options);
}
