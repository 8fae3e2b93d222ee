using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Parsimony.Context;

/// <summary>
/// Remembers something for objects by reference, without looking at their content and without keeping them alive. Bounded: an object has
/// two slots, and a new one takes the place of the one that was set less lately. Thread-safe and free of locks.
/// </summary>
/// <typeparam name="TKey">The objects. What is remembered must follow from the object for as long as it lives, or be checked by the caller.</typeparam>
/// <typeparam name="TValue">What is remembered.</typeparam>
/// <param name="bits">The logarithm to base 2 of the number of slots, which are made at first use.</param>
internal sealed class ReferenceMemory<TKey, TValue>(int bits)
    where TKey : class
{
    private Entry?[]? slots;

    /// <summary>Finds what was remembered for an object.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        value = default;
        if (slots is not { } entries)
        {
            return false;
        }

        var slot = SlotOf(key);
        return (entries[slot] is { } first && first.IsOf(key, out value)) || (entries[slot ^ 1] is { } second && second.IsOf(key, out value));
    }

    /// <summary>Remembers something for an object, in the place of what was remembered before.</summary>
    public void Set(TKey key, TValue value)
    {
        // Two threads may both make slots; then what one of them remembers is forgotten.
        var entries = slots ??= new Entry?[1 << bits];
        var slot = SlotOf(key);
        if (entries[slot] is { } first && !first.IsOf(key, out _))
        {
            entries[slot ^ 1] = first;
        }

        entries[slot] = new Entry(key, value);
    }

    private uint SlotOf(TKey key) => (uint)RuntimeHelpers.GetHashCode(key) * 0x9E37_79B1 >> (32 - bits);

    // Never changed, so that a reader on another thread sees an object together with what belongs to it.
    private sealed class Entry(TKey key, TValue value)
    {
        private readonly WeakReference<TKey> key = new(key);
        private readonly TValue value = value;

        public bool IsOf(TKey wanted, [MaybeNullWhen(false)] out TValue found)
        {
            found = value;
            return key.TryGetTarget(out var target) && ReferenceEquals(target, wanted);
        }
    }
}
