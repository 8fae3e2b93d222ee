namespace Parsimony.Embeddings;

/// <summary>Whom pronouns mean.</summary>
[Flags]
internal enum Person
{
    None = 0,

    /// <summary>I, me, my, we, our.</summary>
    Speaker = 1,

    /// <summary>You, your.</summary>
    Listener = 2,

    /// <summary>He, his.</summary>
    He = 4,

    /// <summary>She, her.</summary>
    She = 8,

    /// <summary>They, their.</summary>
    They = 16,
}
