namespace Parsimony.Embeddings;

/// <summary>What a question asks for, as far as its question words say.</summary>
[Flags]
internal enum Asked
{
    /// <summary>What, which, or a question for yes or no: they may ask for anything.</summary>
    Anything = 0,

    /// <summary>When, what time, which year, how long, how often, how old.</summary>
    Time = 1,

    /// <summary>Where, which city.</summary>
    Place = 2,

    /// <summary>Who, whom, whose.</summary>
    Person = 4,

    /// <summary>Why, how come, for what reason.</summary>
    Reason = 8,

    /// <summary>How.</summary>
    Manner = 16,

    /// <summary>How much, how many, how far.</summary>
    Amount = 32,
}
