namespace Parsimony;

/// <summary>Something that can give memory back when the process runs short of it, such as the cache's first tier.</summary>
public interface IMemoryReclaimer
{
    /// <summary>Gives back a part of what is held.</summary>
    /// <param name="fraction">The part to give back, 0 (nothing) to 1 (everything).</param>
    /// <returns>The bytes given back, as well as they are known.</returns>
    long Reclaim(double fraction);
}
