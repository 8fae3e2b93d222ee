namespace Parsimony.QuickStart.Run;

/// <summary>What a run is asked to do.</summary>
internal sealed record QuickStartOptions
{
    public const int BundledRequests = 2_000;
    public const int LiveLimit = 200;
    public const double DefaultBudget = 0.25;
    public const double DefaultSpeed = 1_000;
    public const decimal DefaultPriceIn = 2.5m;
    public const decimal DefaultPriceOut = 10m;
    public const ulong DefaultSeed = 20_26;

    /// <summary>Gets the stream to replay; <see langword="null"/> for the bundled messages.</summary>
    public FileInfo? Stream { get; init; }

    /// <summary>Gets how many messages to serve; <see langword="null"/> for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Gets the prompt's budget, as a part of the tokens of the rules and the whole handbook.</summary>
    public double Budget { get; init; } = DefaultBudget;

    /// <summary>Gets a value indicating whether Parsimony's column goes without its cache, to show what the budget alone keeps.</summary>
    public bool NoCache { get; init; }

    /// <summary>Gets how many times faster than a hosted model the offline one is.</summary>
    public double Speed { get; init; } = DefaultSpeed;

    /// <summary>Gets the price of a million prompt tokens, in US dollars.</summary>
    public decimal PriceIn { get; init; } = DefaultPriceIn;

    /// <summary>Gets the price of a million reply tokens, in US dollars.</summary>
    public decimal PriceOut { get; init; } = DefaultPriceOut;

    /// <summary>Gets the seed of the order and the sessions.</summary>
    public ulong Seed { get; init; } = DefaultSeed;

    public decimal Cost(ColumnResult column) => ((column.PromptTokens * PriceIn) + (column.ReplyTokens * PriceOut)) / 1_000_000m;
}
