using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Caching.Tests.Keys;

public sealed class OptionsKeyTests
{
    /// <summary>Properties whose value is part of the key.</summary>
    private static readonly string[] InTheKey =
    [
        "Instructions", "Temperature", "MaxOutputTokens", "TopP", "TopK", "FrequencyPenalty", "PresencePenalty", "Seed", "Reasoning",
        "ResponseFormat", "ModelId", "StopSequences", "AllowMultipleToolCalls", "ToolMode", "Tools", "AdditionalProperties",
    ];

    /// <summary>Properties that make a call uncacheable.</summary>
    private static readonly string[] NotCached = ["ConversationId", "ContinuationToken", "AllowBackgroundResponses", "RawRepresentationFactory"];

    public static TheoryData<string, ChatOptions> Variants()
    {
        var data = new TheoryData<string, ChatOptions>
        {
            { "Instructions", new() { Instructions = "Be brief." } },
            { "Instructions, empty", new() { Instructions = "" } },
            { "Temperature", new() { Temperature = 0.5f } },
            { "Temperature 0", new() { Temperature = 0 } },
            { "MaxOutputTokens", new() { MaxOutputTokens = 100 } },
            { "TopP", new() { TopP = 0.5f } },
            { "TopK", new() { TopK = 100 } },
            { "FrequencyPenalty", new() { FrequencyPenalty = 0.5f } },
            { "PresencePenalty", new() { PresencePenalty = 0.5f } },
            { "Seed", new() { Seed = 100 } },
            { "Reasoning effort", new() { Reasoning = new() { Effort = ReasoningEffort.High } } },
            { "Reasoning effort, low", new() { Reasoning = new() { Effort = ReasoningEffort.Low } } },
            { "Reasoning output", new() { Reasoning = new() { Output = ReasoningOutput.Full } } },
            { "ResponseFormat text", new() { ResponseFormat = ChatResponseFormat.Text } },
            { "ResponseFormat json", new() { ResponseFormat = ChatResponseFormat.Json } },
            { "ResponseFormat schema", new() { ResponseFormat = ChatResponseFormat.ForJsonSchema(Json("""{"type":"object"}""")) } },
            { "ResponseFormat other schema", new() { ResponseFormat = ChatResponseFormat.ForJsonSchema(Json("""{"type":"array"}""")) } },
            { "ResponseFormat schema name", new() { ResponseFormat = ChatResponseFormat.ForJsonSchema(Json("""{"type":"object"}"""), "n") } },
            { "ResponseFormat schema description", new() { ResponseFormat = ChatResponseFormat.ForJsonSchema(Json("""{"type":"object"}"""), "n", "d") } },
            { "ModelId", new() { ModelId = "gpt-4o" } },
            { "ModelId, other", new() { ModelId = "gpt-4o-mini" } },
            { "StopSequences", new() { StopSequences = ["a", "b"] } },
            { "StopSequences, joined", new() { StopSequences = ["ab"] } },
            { "AllowMultipleToolCalls", new() { AllowMultipleToolCalls = true } },
            { "AllowMultipleToolCalls off", new() { AllowMultipleToolCalls = false } },
            { "ToolMode auto", new() { ToolMode = ChatToolMode.Auto } },
            { "ToolMode none", new() { ToolMode = ChatToolMode.None } },
            { "ToolMode any", new() { ToolMode = ChatToolMode.RequireAny } },
            { "ToolMode specific", new() { ToolMode = ChatToolMode.RequireSpecific("f") } },
            { "Tools", new() { Tools = [Tool("f")] } },
            { "Tools, another name", new() { Tools = [Tool("g")] } },
            { "Tools, another description", new() { Tools = [Tool("f", "other")] } },
            { "Tools, another schema", new() { Tools = [AIFunctionFactory.Create((int other) => other, "f", "a tool")] } },
            { "Tools, two", new() { Tools = [Tool("f"), Tool("g")] } },
            { "Tools, hosted", new() { Tools = [new HostedWebSearchTool()] } },
            { "AdditionalProperties", new() { AdditionalProperties = new() { ["a"] = 1 } } },
            { "AdditionalProperties, another value", new() { AdditionalProperties = new() { ["a"] = 2 } } },
            { "AdditionalProperties, a text", new() { AdditionalProperties = new() { ["a"] = "1" } } },
            { "AdditionalProperties, another name", new() { AdditionalProperties = new() { ["b"] = 1 } } },
            { "AdditionalProperties, nested", new() { AdditionalProperties = new() { ["a"] = new Dictionary<string, object?> { ["b"] = 1 } } } },
            { "AdditionalProperties, a list", new() { AdditionalProperties = new() { ["a"] = new object[] { 1, 2 } } } },
            { "AdditionalProperties, JSON", new() { AdditionalProperties = new() { ["a"] = Json("[1,3]") } } },
        };
        return data;
    }

    [Fact]
    public void Every_property_of_ChatOptions_is_decided_about()
    {
        var properties = typeof(ChatOptions).GetProperties().Select(p => p.Name);

        Assert.Equal(InTheKey.Concat(NotCached).Order(), properties.Order());
    }

    [Fact]
    public void Every_property_in_the_key_has_a_variant_here()
    {
        var tried = Variants().Select(v => ((string)v[0]).Split(' ', ',')[0]).Distinct();

        Assert.Equal(InTheKey.Order(), tried.Order());
    }

    [Fact]
    public void The_key_varies_by_every_option()
    {
        var keys = Variants().Select(v => (Name: (string)v[0], Plans.Of("q", (ChatOptions)v[1]).Key)).Append((Name: "none", Plans.Of("q").Key)).ToList();

        Assert.All(keys, k => Assert.NotEqual("", k.Key));
        Assert.Empty(keys.GroupBy(k => k.Key).Where(g => g.Count() > 1).Select(g => string.Join(" = ", g.Select(k => k.Name))));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Equal_options_have_equal_keys(string name, ChatOptions options)
    {
        Assert.NotEmpty(name);
        Assert.Equal(Plans.Of("q", options).Key, Plans.Of("q", options.Clone()).Key);
    }

    [Fact]
    public void Empty_options_are_no_options() => Assert.Equal(Plans.Of("q").Key, Plans.Of("q", new ChatOptions { Tools = [], StopSequences = [], AdditionalProperties = [] }).Key);

    [Fact]
    public void The_order_of_additional_properties_does_not_matter()
    {
        var one = new ChatOptions { AdditionalProperties = new() { ["a"] = 1, ["b"] = Json("""{"x":1,"y":2}""") } };
        var other = new ChatOptions { AdditionalProperties = new() { ["b"] = Json("""{ "y": 2, "x": 1 }"""), ["a"] = 1 } };

        Assert.Equal(Plans.Of("q", one).Key, Plans.Of("q", other).Key);
    }

    [Fact]
    public void Equal_tools_made_twice_have_equal_keys() =>
        Assert.Equal(Plans.Of("q", new() { Tools = [Tool("f")] }).Key, Plans.Of("q", new() { Tools = [Tool("f")] }).Key);

    [Fact]
    public void A_tool_that_changes_its_schema_gets_another_key()
    {
        var tool = new ChangingTool { Schema = Json("""{"type":"object"}""") };
        var options = new ChatOptions { Tools = [tool] };
        var before = Plans.Of("q", options).Key;

        tool.Schema = Json("""{"type":"object","properties":{}}""");

        Assert.NotEqual(before, Plans.Of("q", options).Key);
    }

    [Fact]
    public void Volatile_properties_are_no_part_of_the_key()
    {
        var options = new ChatOptions { AdditionalProperties = new() { ["traceId"] = Guid.NewGuid() } };

        Assert.Equal(Plans.Of("q").Key, Plans.Of("q", options, configure: o => o.VolatileProperties.Add("traceId")).Key);
    }

    [Fact]
    public void An_attached_scope_is_no_additional_property()
    {
        var options = new ChatOptions().WithCallScope(new CallScope { Session = "s" });

        Assert.Equal(Plans.Of("q").Key, Plans.Of("q", options).Key);
    }

    internal static AIFunction Tool(string name, string description = "a tool") => AIFunctionFactory.Create((int value) => value, name, description);

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    private sealed class ChangingTool : AIFunctionDeclaration
    {
        public required JsonElement Schema { get; set; }

        public override string Name => "changing";

        public override JsonElement JsonSchema => Schema;
    }
}
