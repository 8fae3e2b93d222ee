namespace Parsimony.Caching;

/// <summary>
/// Whether any tier took what is being written. Neither <c>HybridCache</c> nor the interfaces of the tiers say so: a tier that has no
/// room, or whose file is out of reach, turns a write away without a word. A write runs in its caller's flow from end to end, so an
/// ambient note finds its way back.
/// </summary>
internal sealed class WriteTrace(string key)
{
    private static readonly AsyncLocal<WriteTrace?> Ambient = new();
    private volatile bool taken;

    /// <summary>Gets a value indicating whether a tier took it.</summary>
    public bool IsTaken => taken;

    /// <summary>Follows the write of a key to the end of the calling method.</summary>
    public static WriteTrace Start(string key)
    {
        var trace = new WriteTrace(key);
        Ambient.Value = trace;
        return trace;
    }

    /// <summary>Says that a tier took what is written under a key now.</summary>
    public static void Taken(object key)
    {
        if (Ambient.Value is { } trace && trace.IsOf(key))
        {
            trace.taken = true;
        }
    }

    private bool IsOf(object other) => other is string text && text == key;
}
