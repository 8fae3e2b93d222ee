namespace Parsimony.Caching;

/// <summary>How an answer came: it says whether one without a finish reason may be complete.</summary>
internal enum AnswerOrigin
{
    /// <summary>In one piece, from who may not report finish reasons at all.</summary>
    Whole,

    /// <summary>From a client that has said "stop" before, in a stream where this is one.</summary>
    FinishingClient,

    /// <summary>As a stream, from who may not report finish reasons there at all: one that was cut off ends like one that is complete.</summary>
    Stream,
}
