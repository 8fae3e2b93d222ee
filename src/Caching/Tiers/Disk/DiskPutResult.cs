namespace Parsimony.Caching;

internal enum DiskPutResult
{
    /// <summary>The entry is there.</summary>
    Kept,

    /// <summary>The entry is larger than the whole tier.</summary>
    TooLarge,

    /// <summary>The file could not be written.</summary>
    Failed,
}
