using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Services;
using Parsimony.Context;

namespace Parsimony.SemanticKernel.Tests;

public class KernelRegistrationTests
{
    [Fact]
    public void The_kernel_gets_each_filter_once_however_often_it_is_added()
    {
        var kernel = TestKernel.Build(static s => { }, null);
        var twice = Kernel.CreateBuilder().AddParsimony().AddParsimony().Build();

        foreach (var k in new[] { kernel, twice })
        {
            Assert.IsType<ParsimonyPromptRenderFilter>(Assert.Single(k.PromptRenderFilters));
            Assert.IsType<ParsimonyFunctionInvocationFilter>(Assert.Single(k.FunctionInvocationFilters));
            Assert.IsType<ParsimonyAutoFunctionInvocationFilter>(Assert.Single(k.AutoFunctionInvocationFilters));
        }

        Assert.Single(twice.Plugins);
    }

    [Fact]
    public void Filters_decorators_and_plugin_can_be_left_out_one_by_one()
    {
        var service = new CountingChatService();
        var kernel = TestKernel.With(service, static o => o.UseFilters = o.UseDecorators = false);

        Assert.Empty(kernel.PromptRenderFilters);
        Assert.Empty(kernel.FunctionInvocationFilters);
        Assert.Empty(kernel.AutoFunctionInvocationFilters);
        Assert.Empty(kernel.Plugins);
        Assert.Same(service, kernel.GetRequiredService<IChatCompletionService>());
    }

    [Fact]
    public void The_plugin_holds_the_functions_for_agents()
    {
        var kernel = Kernel.CreateBuilder().AddParsimony().Build();

        Assert.Equal(
            ["get_health", "get_status", "recommend_context_size", "report_false_hit", "report_missed_hit"],
            kernel.Plugins["Parsimony"].Select(static f => f.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_plugin_costs_a_request_what_its_switch_says()
    {
        var kernel = Kernel.CreateBuilder().AddParsimony().Build();
        var options = SettingsTranslation.ToChatOptions(new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }, kernel);

        Assert.InRange(new ChatTokenCounter(TokenCounter.O200kBase).CountTools(options), 100, 240);
    }

    [Fact]
    public async Task The_plugins_functions_run()
    {
        var kernel = Kernel.CreateBuilder().AddParsimony(static o => o.Budget(5_000)).Build();

        var result = await kernel.InvokeAsync("Parsimony", "recommend_context_size", new KernelArguments { ["agent"] = "clerk" });

        Assert.Contains("clerk", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Key_order_and_lifetime_of_services_stay()
    {
        var builder = Kernel.CreateBuilder();
        builder.Services.AddKeyedTransient<IChatCompletionService>("fast", static (_, _) => new CountingChatService(modelId: "fast-1"));
        builder.Services.AddSingleton<IChatClient>(static _ => new CountingChatClient("client-1"));
        builder.Services.AddKeyedScoped<IChatCompletionService>("good", static (_, _) => new CountingChatService(modelId: "good-1"));
        var before = Describe(builder.Services);
        builder.AddParsimony();
        var kernel = builder.Build();

        Assert.Equal(before, Describe(builder.Services).Where(before.Contains));
        Assert.Equal("fast-1", kernel.GetRequiredService<IChatCompletionService>("fast").GetModelId());
        Assert.Equal("good-1", kernel.GetRequiredService<IChatCompletionService>().GetModelId());
        Assert.NotSame(kernel.GetRequiredService<IChatCompletionService>("fast"), kernel.GetRequiredService<IChatCompletionService>("fast"));
    }

    [Fact]
    public void A_services_attributes_and_a_clients_metadata_show_through()
    {
        var service = new CountingChatService(modelId: "gpt-4.1");
        var client = new CountingChatClient("gpt-4.1-mini");
        var kernel = TestKernel.Build(s => s.AddSingleton<IChatCompletionService>(service).AddSingleton<IChatClient>(client));

        Assert.Same(service.Attributes, kernel.GetRequiredService<IChatCompletionService>().Attributes);
        Assert.Equal("gpt-4.1-mini", kernel.GetRequiredService<IChatClient>().GetService<ChatClientMetadata>()!.DefaultModelId);
        Assert.Same(client, kernel.GetRequiredService<IChatClient>().GetService<CountingChatClient>());
    }

    [Fact]
    public async Task A_service_is_found_by_the_model_id_of_the_settings()
    {
        var small = new CountingChatService(static _ => "small", "small-1");
        var large = new CountingChatService(static _ => "large", "large-1");
        var kernel = TestKernel.Build(s => s.AddKeyedSingleton<IChatCompletionService>("a", small).AddKeyedSingleton<IChatCompletionService>("b", large));

        var answer = await kernel.InvokePromptAsync("Which?", new KernelArguments(new PromptExecutionSettings { ModelId = "small-1" }));

        Assert.Equal("small", answer.ToString());
    }

    [Fact]
    public async Task The_apps_own_selector_decides()
    {
        var chosen = new CountingChatService(static _ => "chosen");
        var other = new CountingChatService(static _ => "other");
        var kernel = TestKernel.Build(s => s
            .AddKeyedSingleton<IChatCompletionService>("chosen", chosen)
            .AddKeyedSingleton<IChatCompletionService>("other", other)
            .AddSingleton<IAIServiceSelector>(new KeySelector("chosen")));

        Assert.Equal("chosen", (await kernel.InvokePromptAsync("Which?")).ToString());
        Assert.Equal("chosen", (await kernel.InvokePromptAsync("Which?")).ToString());
        Assert.Equal((1, 0), (chosen.Calls, other.Calls));
    }

    [Fact]
    public void What_the_container_would_have_disposed_is_disposed_and_an_apps_instance_is_not()
    {
        var made = new CountingChatClient();
        var given = new CountingChatClient();
        var services = new ServiceCollection();
        services.AddKeyedSingleton<IChatClient>("made", (_, _) => made);
        services.AddKeyedSingleton<IChatClient>("given", given);
        services.AddKernel().AddParsimony();
        using (var provider = services.BuildServiceProvider())
        {
            provider.GetRequiredKeyedService<IChatClient>("made");
            provider.GetRequiredKeyedService<IChatClient>("given");
        }

        Assert.True(made.IsDisposed);
        Assert.False(given.IsDisposed);
    }

    [Fact]
    public void Settings_come_from_a_configuration_section_and_code_wins()
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["cache:ttlSeconds"] = "60", ["enableThrottle"] = "false" }).Build();
        var kernel = Kernel.CreateBuilder().AddParsimony(section, static o => o.Context.MaxContextTokens = 777).Build();

        var options = kernel.GetRequiredService<Microsoft.Extensions.Options.IOptions<ParsimonyOptions>>().Value;

        Assert.Equal((TimeSpan.FromSeconds(60), false, 777), (options.Cache.Expiration, options.EnableThrottle, options.Context.MaxContextTokens));
        Assert.NotNull(kernel.GetRequiredService<ContextFitter>());
    }

    [Fact]
    public async Task Mistakes_in_the_options_are_said_at_first_use()
    {
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton<IChatCompletionService>(new CountingChatService());
        builder.AddParsimony(static o =>
        {
            o.Cache.L1MaxBytes = -1;
            o.Context.ContextWindow = 0;
        });

        var error = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(async () => await builder.Build().InvokePromptAsync("Hello"));

        Assert.Equal(2, error.Failures.Count());
    }

    [Fact]
    public async Task A_builder_whose_kernel_is_in_use_takes_another_call()
    {
        var model = new CountingChatService();
        var builder = Kernel.CreateBuilder().Add(model);
        builder.AddParsimony();
        await builder.Build().InvokePromptAsync("Hello");

        builder.AddParsimony();

        Assert.Equal("Answer to: Hello", (await builder.Build().InvokePromptAsync("Hello")).ToString());
        Assert.Equal(2, model.Calls);
    }

    private static List<string> Describe(IServiceCollection services) => [.. services
        .Where(static d => d.ServiceType == typeof(IChatCompletionService) || d.ServiceType == typeof(IChatClient))
        .Select(static d => $"{d.ServiceType.Name} {d.ServiceKey} {d.Lifetime}")];

    private sealed class KeySelector(string key) : IAIServiceSelector
    {
        public bool TrySelectAIService<T>(
            Kernel kernel, KernelFunction function, KernelArguments arguments, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? service, out PromptExecutionSettings? serviceSettings)
            where T : class, IAIService
        {
            serviceSettings = null;
            service = ((IKeyedServiceProvider)kernel.Services).GetKeyedService<T>(key);
            return service is not null;
        }
    }
}
