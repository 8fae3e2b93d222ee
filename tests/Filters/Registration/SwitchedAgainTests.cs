using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Parsimony.SemanticKernel.Tests;

/// <summary>AddParsimony on a builder that has had it: its switches are thrown, and a call that asks for another position is told.</summary>
public sealed class SwitchedAgainTests : IDisposable
{
    private readonly ListLogger log = new();
    private readonly CountingChatService service = new();

    public void Dispose() => log.Dispose();

    [Theory]
    [InlineData("UseFilters", true)]
    [InlineData("UseFilters", false)]
    [InlineData("UseDecorators", true)]
    [InlineData("UseDecorators", false)]
    [InlineData("UsePlugin", true)]
    public void The_first_calls_switches_stay_and_one_warning_names_the_setting_and_the_remedy(string setting, bool first)
    {
        var builder = Builder().AddParsimony(o => Set(o, setting, first)).AddParsimony(o => Set(o, setting, !first));
        var kernel = builder.Build();
        _ = builder.Build();
        kernel.GetRequiredService<IChatCompletionService>();

        var warning = Assert.Single(Warnings());
        Assert.Contains($"{setting} = {!first}", warning, StringComparison.Ordinal);
        Assert.Contains("first AddParsimony", warning, StringComparison.Ordinal);
        Assert.Equal(setting != "UseFilters" || first, kernel.PromptRenderFilters.Count == 1);
        Assert.Equal(setting == "UseDecorators" && !first, ReferenceEquals(service, kernel.GetRequiredService<IChatCompletionService>()));
        Assert.Single(kernel.Plugins);
    }

    [Fact]
    public void All_settings_are_named_in_one_warning()
    {
        Builder().AddParsimony().AddParsimony(static o => o.UseFilters = o.UseDecorators = false).Build();

        Assert.Contains("UseFilters = False, UseDecorators = False", Assert.Single(Warnings()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plugin_that_the_first_call_left_out_may_be_added()
    {
        var kernel = Builder().AddParsimony(static o => o.UsePlugin = false).AddParsimony(static o => o.UsePlugin = true).Build();

        Assert.Single(kernel.Plugins);
        Assert.Empty(Warnings());
    }

    [Fact]
    public void A_call_that_says_nothing_of_them_or_the_same_changes_nothing()
    {
        var kernel = Builder()
            .AddParsimony(static o => o.UseFilters = o.UseDecorators = o.UsePlugin = false)
            .AddParsimony()
            .AddParsimony(static o => o.UseDecorators = false)
            .Build();

        Assert.Same(service, kernel.GetRequiredService<IChatCompletionService>());
        Assert.Empty(kernel.PromptRenderFilters);
        Assert.Empty(kernel.Plugins);
        Assert.Empty(Warnings());
    }

    private static void Set(ParsimonyKernelOptions options, string setting, bool value) =>
        _ = setting switch
        {
            "UseFilters" => options.UseFilters = value,
            "UseDecorators" => options.UseDecorators = value,
            _ => options.UsePlugin = value,
        };

    private IKernelBuilder Builder()
    {
        var builder = Kernel.CreateBuilder().Add(service);
        builder.Services.AddSingleton<ILoggerFactory>(log);
        return builder;
    }

    private List<string> Warnings() => [.. log.Warnings.Where(static w => w.Contains("AddParsimony", StringComparison.Ordinal))];
}
