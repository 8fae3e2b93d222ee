using System.CommandLine;

namespace Parsimony.QuickStart.Run;

/// <summary>The command line.</summary>
internal static class QuickStartCommand
{
    public static RootCommand Create(Func<QuickStartOptions, CancellationToken, Task<int>> run)
    {
        var stream = new Option<FileInfo>("--stream") { Description = "Replay this stream (JSONL: text, answer, tenant?, history?) instead of the bundled messages." };
        stream.AcceptExistingOnly();
        var limit = new Option<int?>("--limit") { Description = $"Serve the first N messages only. Default: {QuickStartOptions.BundledRequests} of the bundled ones, all of a stream, {QuickStartOptions.LiveLimit} with a real endpoint." };
        limit.Validators.Add(result => Positive(result, result.GetValueOrDefault<int?>() is null or > 0));
        var budget = new Option<double>("--budget") { Description = "The prompt's budget, as a part of the tokens of the whole context.", DefaultValueFactory = _ => QuickStartOptions.DefaultBudget };
        budget.Validators.Add(result => Positive(result, result.GetValueOrDefault<double>() > 0));
        var noCache = new Option<bool>("--no-cache") { Description = "Run Parsimony without its cache: what the budget alone keeps." };
        var speed = new Option<double>("--speed") { Description = "How many times faster than a hosted model the offline one is.", DefaultValueFactory = _ => QuickStartOptions.DefaultSpeed };
        speed.Validators.Add(result => Positive(result, result.GetValueOrDefault<double>() > 0));
        var priceIn = new Option<decimal>("--price-in") { Description = "Dollars for a million prompt tokens.", DefaultValueFactory = _ => QuickStartOptions.DefaultPriceIn };
        var priceOut = new Option<decimal>("--price-out") { Description = "Dollars for a million reply tokens.", DefaultValueFactory = _ => QuickStartOptions.DefaultPriceOut };
        var seed = new Option<ulong>("--seed") { Description = "Seed of the order and the sessions.", DefaultValueFactory = _ => QuickStartOptions.DefaultSeed };

        var command = new RootCommand("Serves a bank's support desk in four ways and compares what they cost and what they get right.")
        {
            stream, limit, budget, noCache, speed, priceIn, priceOut, seed,
        };
        command.SetAction((parsed, cancellationToken) => run(
            new()
            {
                Stream = parsed.GetValue(stream),
                Limit = parsed.GetValue(limit),
                Budget = parsed.GetValue(budget),
                NoCache = parsed.GetValue(noCache),
                Speed = parsed.GetValue(speed),
                PriceIn = parsed.GetValue(priceIn),
                PriceOut = parsed.GetValue(priceOut),
                Seed = parsed.GetValue(seed),
            },
            cancellationToken));
        return command;
    }

    private static void Positive(System.CommandLine.Parsing.OptionResult result, bool positive)
    {
        if (!positive)
        {
            result.AddError($"{result.Option.Name} must be greater than 0.");
        }
    }
}
