namespace Parsimony.Embeddings;

internal enum QuantityKind
{
    /// <summary>A number, with its unit and its bound if it has them.</summary>
    Number,

    /// <summary>A part or a multiple: half, twice.</summary>
    Multiple,

    /// <summary>A place in an order: 2nd, third.</summary>
    Ordinal,

    /// <summary>A date, a weekday, a month, "tomorrow", "last week".</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A version or another number with several dots.</summary>
    Version,

    /// <summary>A sign between or before numbers.</summary>
    Operator,
}
