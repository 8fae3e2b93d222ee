using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Parsimony.Caching;
using Parsimony.Context;
using Parsimony.Embeddings;

namespace Parsimony.Cli;

/// <summary>The engine under evaluation: what <c>AddParsimony()</c> gives an app that leaves the options alone.</summary>
internal sealed class EvalEngine : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private EvalEngine(ServiceProvider services)
    {
        this.services = services;
        var options = services.GetRequiredService<IOptions<ParsimonyOptions>>().Value;
        EmbeddingGenerator = options.Cache.EnableSameAnswer ? options.EmbeddingGenerator?.Invoke(services) ?? new LocalEmbeddingGenerator() : null;
        Decider = services.GetRequiredService<SameAnswerDecider>();
    }

    /// <summary>Gets the cache, with no entries but those that its directory holds.</summary>
    public ResponseCache Cache => services.GetRequiredService<ResponseCache>();

    public ContextFitter Fitter => services.GetRequiredService<ContextFitter>();

    public TokenCounterRegistry Counters => services.GetRequiredService<TokenCounterRegistry>();

    /// <summary>Gets the same-answer policy with its guards.</summary>
    public SameAnswerDecider Decider { get; }

    /// <summary>Gets the generator of embeddings that the cache searches with; <see langword="null"/> where it serves exact repeats only.</summary>
    public IEmbeddingGenerator<string, Embedding<float>>? EmbeddingGenerator { get; }

    /// <summary>Builds the engine.</summary>
    /// <param name="log">Where its warnings go.</param>
    /// <param name="cacheDirectory">The directory of the disk tiers; <see langword="null"/> for a cache in memory only.</param>
    /// <param name="configure">Changes the settings that are measured; by default they are the shipped ones.</param>
    public static EvalEngine Create(TextWriter log, string? cacheDirectory, Action<ParsimonyOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddToolLogging(log);

        // An empty section: a configuration file that a variable names, or a cache directory, must not change what is measured.
        services.AddParsimony(new ConfigurationBuilder().Build(), options =>
        {
            options.Cache.Directory = cacheDirectory;
            options.Alerts.Enabled = false;
            configure?.Invoke(options);
        });
        return new EvalEngine(services.BuildServiceProvider());
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
