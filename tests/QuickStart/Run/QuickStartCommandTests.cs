using Parsimony.QuickStart.Run;

namespace Parsimony.QuickStart.Tests.Run;

public class QuickStartCommandTests
{
    [Fact]
    public async Task Without_arguments_the_defaults_hold()
    {
        QuickStartOptions? seen = null;

        await QuickStartCommand.Create((options, _) => Task.FromResult((seen = options) is null ? 1 : 0)).Parse([]).InvokeAsync();

        Assert.Equal(new QuickStartOptions(), seen);
    }

    [Fact]
    public async Task Arguments_and_the_exit_code_come_through()
    {
        QuickStartOptions? seen = null;

        var code = await QuickStartCommand.Create((options, _) =>
        {
            seen = options;
            return Task.FromResult(7);
        }).Parse(["--limit", "5", "--budget", "0.1", "--no-cache", "--speed", "50", "--price-in", "1", "--price-out", "2", "--seed", "9"]).InvokeAsync();

        Assert.Equal(7, code);
        Assert.Equal(new QuickStartOptions { Limit = 5, Budget = 0.1, NoCache = true, Speed = 50, PriceIn = 1, PriceOut = 2, Seed = 9 }, seen);
    }

    [Theory]
    [InlineData("--limit", "0")]
    [InlineData("--budget", "0")]
    [InlineData("--speed", "-1")]
    [InlineData("--stream", "/no/such/file")]
    public void What_makes_no_sense_is_refused_by_name(string option, string value)
    {
        var errors = QuickStartCommand.Create((_, _) => Task.FromResult(0)).Parse([option, value]).Errors;

        Assert.Contains(option == "--stream" ? value : option, Assert.Single(errors).Message, StringComparison.Ordinal);
    }
}
