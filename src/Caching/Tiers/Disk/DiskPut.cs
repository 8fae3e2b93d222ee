namespace Parsimony.Caching;

/// <summary>What became of a write to a disk tier.</summary>
/// <param name="Result">Whether the entry was kept.</param>
/// <param name="Evicted">The entries that had to leave for it.</param>
internal readonly record struct DiskPut(DiskPutResult Result, IReadOnlyList<DiskRow> Evicted)
{
    public static DiskPut Failed { get; } = new(DiskPutResult.Failed, []);

    public static DiskPut TooLarge { get; } = new(DiskPutResult.TooLarge, []);
}
