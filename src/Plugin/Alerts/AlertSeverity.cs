namespace Parsimony;

/// <summary>How bad it is.</summary>
public enum AlertSeverity
{
    /// <summary>Good to know.</summary>
    Information,

    /// <summary>Someone should look at it.</summary>
    Warning,

    /// <summary>Calls are refused, or soon will be.</summary>
    Critical,
}
