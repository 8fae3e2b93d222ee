namespace Parsimony.Cli;

/// <summary>What a request is to those before it in the stream.</summary>
internal enum RequestKind
{
    /// <summary>Its answer was not given before.</summary>
    New,

    /// <summary>The same text with the same history came before.</summary>
    Repeat,

    /// <summary>Its answer was given before, to other words or with another history before them.</summary>
    Opportunity,
}
