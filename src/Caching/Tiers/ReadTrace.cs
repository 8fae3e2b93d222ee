namespace Parsimony.Caching;

/// <summary>
/// Whether the memory tier answered a read. <c>HybridCache</c> does not say; it does ask the memory tier on the caller's own
/// thread before anything else, so a note per thread, read back before the first await, is exact. (An ambient value is not:
/// the work of a cancellable read runs without the caller's context.)
/// </summary>
internal static class ReadTrace
{
    [ThreadStatic]
    private static bool answeredByL1;

    /// <summary>Gets whether the last read that started on this thread was answered by the memory tier.</summary>
    public static bool AnsweredByL1 => answeredByL1;

    public static void Start() => answeredByL1 = false;

    public static void FoundInL1() => answeredByL1 = true;

    // An entry in memory can be held invalid (a removed tag); then the next tier is asked for it. To find out about the tag,
    // that tier is asked as well, but not for an entry.
    public static void AskedL2(string key) => answeredByL1 &= HousekeepingKeys.Contains(key);
}
