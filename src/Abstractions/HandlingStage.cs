namespace Parsimony;

/// <summary>The two things Parsimony does to a request, each once only whichever doors the request comes through.</summary>
internal enum HandlingStage
{
    /// <summary>Looking the request up in the response cache.</summary>
    Cache,

    /// <summary>Fitting the request to its budget.</summary>
    Budget,
}
