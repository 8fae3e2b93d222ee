namespace Parsimony.Embeddings;

/// <summary>
/// A few objects that wait to be used again. Neither renting nor returning allocates, and what does not fit is left to the garbage
/// collector. One that is not returned, as after an exception, is simply made anew. Safe for many threads.
/// </summary>
/// <param name="make">Makes one where none is idle.</param>
/// <param name="most">How many are kept.</param>
internal sealed class IdlePool<T>(Func<T> make, int most)
    where T : class
{
    private readonly T?[] idle = new T?[most];

    /// <summary>Gets how many wait now.</summary>
    public int Count => idle.Count(static item => item is not null);

    public T Rent()
    {
        foreach (ref var place in idle.AsSpan())
        {
            if (place is not null && Interlocked.Exchange(ref place, null) is { } item)
            {
                return item;
            }
        }

        return make();
    }

    public void Return(T item)
    {
        foreach (ref var place in idle.AsSpan())
        {
            if (place is null && Interlocked.CompareExchange(ref place, item, null) is null)
            {
                return;
            }
        }
    }
}
