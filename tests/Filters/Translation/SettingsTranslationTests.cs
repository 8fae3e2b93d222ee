using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;

namespace Parsimony.SemanticKernel.Tests;

public class SettingsTranslationTests
{
    public static TheoryData<string, PromptExecutionSettings, PromptExecutionSettings> Pairs => new()
    {
        { "temperature", new OpenAIPromptExecutionSettings { Temperature = 0.1 }, new OpenAIPromptExecutionSettings { Temperature = 0.2 } },
        { "seed", new OpenAIPromptExecutionSettings { Seed = 1 }, new OpenAIPromptExecutionSettings { Seed = 2 } },
        { "system prompt", new OpenAIPromptExecutionSettings { ChatSystemPrompt = "a" }, new OpenAIPromptExecutionSettings { ChatSystemPrompt = "b" } },
        { "response format", new OpenAIPromptExecutionSettings { ResponseFormat = "json_object" }, new OpenAIPromptExecutionSettings { ResponseFormat = "text" } },
        { "response type", new OpenAIPromptExecutionSettings { ResponseFormat = typeof(First) }, new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Second) } },
        { "unknown format", Extension("response_format", "xml"), Extension("response_format", "yaml") },
        { "unknown effort", Extension("reasoning_effort", "minimal"), Extension("reasoning_effort", "none") },
        { "stop", new OpenAIPromptExecutionSettings { StopSequences = ["."] }, new OpenAIPromptExecutionSettings { StopSequences = ["!"] } },
        { "biases", new OpenAIPromptExecutionSettings { TokenSelectionBiases = new Dictionary<int, int> { [1] = 2 } }, new OpenAIPromptExecutionSettings { TokenSelectionBiases = new Dictionary<int, int> { [1] = 3 } } },
        { "list", Extension("modalities", new List<string> { "text" }), Extension("modalities", new List<string> { "audio" }) },
        { "own setting", Extension("house_style", "short"), Extension("house_style", "long") },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Settings_that_differ_never_share_an_answer(string name, PromptExecutionSettings left, PromptExecutionSettings right)
    {
        var model = new CountingChatService();
        var kernel = TestKernel.With(model);

        await kernel.InvokePromptAsync("How?", new KernelArguments(left));
        await kernel.InvokePromptAsync("How?", new KernelArguments(right));
        var miss = model.Calls;
        await kernel.InvokePromptAsync("How?", new KernelArguments(left.Clone()));

        Assert.True(miss == 2, name);
        Assert.True(model.Calls == 2, $"{name}: equal settings were not served from the cache.");
    }

    [Theory]
    [InlineData("n")]
    [InlineData("results_per_prompt")]
    public async Task Several_choices_are_not_cached(string name)
    {
        var model = new CountingChatService();
        var kernel = TestKernel.With(model);

        await kernel.InvokePromptAsync("How?", new KernelArguments(Extension(name, 2)));
        await kernel.InvokePromptAsync("How?", new KernelArguments(Extension(name, 2)));

        Assert.Equal(2, model.Calls);
    }

    [Fact]
    public async Task Settings_that_leave_no_trace_in_json_are_not_cached()
    {
        var model = new CountingChatService();
        var kernel = TestKernel.With(model);
#pragma warning disable CS0618 // The older way to offer tools is still used.
        var settings = new OpenAIPromptExecutionSettings { ToolCallBehavior = ToolCallBehavior.EnableKernelFunctions };
#pragma warning restore CS0618

        await kernel.InvokePromptAsync("How?", new KernelArguments(settings));
        await kernel.InvokePromptAsync("How?", new KernelArguments(settings));

        Assert.Equal(2, model.Calls);
    }

    [Fact]
    public void The_tools_are_the_kernels_functions()
    {
        var kernel = new Kernel();
        kernel.Plugins.AddFromFunctions("rates", [KernelFunctionFactory.CreateFromMethod(static () => 1, "get")]);

        var options = SettingsTranslation.ToChatOptions(new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }, kernel);

        Assert.Equal(("rates_get", ChatToolMode.Auto), (Assert.Single(options.Tools!).Name, options.ToolMode));
        Assert.Null(options.RawRepresentationFactory);
    }

    [Fact]
    public async Task A_service_gets_the_callers_own_settings()
    {
        var model = new CountingChatService();
        var kernel = TestKernel.With(model);
        var settings = new OpenAIPromptExecutionSettings { Temperature = 0.5 };

        await kernel.InvokePromptAsync("How?", new KernelArguments(settings));

        Assert.Same(settings, Assert.Single(model.Settings));
    }

    private static PromptExecutionSettings Extension(string name, object value) => new() { ExtensionData = new Dictionary<string, object> { [name] = value } };

    private sealed record First(int A);

    private sealed record Second(int B);
}
