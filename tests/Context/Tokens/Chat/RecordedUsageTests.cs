using Parsimony.Testing;

namespace Parsimony.Context.Tests;

public class RecordedUsageTests
{
    [SharedDataFact("tokens/recorded-usage.jsonl")]
    public void Every_text_request_counts_as_it_was_charged() => AllWithin("text", 0);

    [SharedDataFact("tokens/recorded-usage.jsonl")]
    public void Every_request_with_images_counts_as_it_was_charged() => AllWithin("images", 0);

    [SharedDataFact("tokens/recorded-usage.jsonl")]
    public void No_request_with_tools_counts_under_what_was_charged_nor_more_than_three_over() => AllWithin("tools", 3);

    [Theory]
    [InlineData("gpt-4o", 101)]
    [InlineData("gpt-4", 105)]
    public void The_example_of_OpenAIs_cookbook_counts_as_published(string model, int charged)
    {
        const string Request = """
            {"model": "MODEL", "expected": 0,
             "messages": [
              {"role": "system", "content": "You are a helpful assistant that can answer to questions about the weather."},
              {"role": "user", "content": "What's the weather like in San Francisco?"}],
             "tools": [{"type": "function", "function": {
              "name": "get_current_weather", "description": "Get the current weather in a given location",
              "parameters": {"type": "object", "required": ["location"], "properties": {
               "location": {"type": "string", "description": "The city and state, e.g. San Francisco, CA"},
               "unit": {"type": "string", "description": "The unit of temperature to return", "enum": ["celsius", "fahrenheit"]}}}}}]}
            """;
        var usage = RecordedUsage.Parse(Request.Replace("MODEL", model, StringComparison.Ordinal));
        Assert.Equal(charged, usage.Count(TokenCounterRegistry.Default));
    }

    private static void AllWithin(string kind, int maxOver)
    {
        var requests = RecordedUsage.Read(SharedData.Find("tokens/recorded-usage.jsonl")!).Where(r => r.Kind == kind).ToList();
        Assert.NotEmpty(requests);
        foreach (var (i, request) in requests.Index())
        {
            var over = request.Count(TokenCounterRegistry.Default) - request.Expected;
            Assert.True(over >= 0 && over <= maxOver, $"{kind} request {i}: {over} over the {request.Expected} charged");
        }
    }
}
