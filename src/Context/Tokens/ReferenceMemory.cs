using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Parsimony.Context;

/// <summary>
/// Remembers something for objects by reference, without looking at their content and without keeping them alive. Bounded: an object has
/// two slots, and a new one takes the place of the one that was set less lately. Thread-safe and free of locks.
/// </summary>
/// <typeparam name="TKey">The objects. What is remembered must follow from the object for as long as it lives, or be checked by the caller.</typeparam>
/// <typeparam name="TValue">What is remembered.</typeparam>
internal sealed class ReferenceMemory<TKey, TValue>
    where TKey : class
{
    private const int Bits = 13;

    private readonly Entry?[] slots = new Entry?[1 << Bits];

    /// <summary>Finds what was remembered for an object.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var slot = SlotOf(key);
        if ((slots[slot] is { } first && first.IsOf(key, out value)) || (slots[slot ^ 1] is { } second && second.IsOf(key, out value)))
        {
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Remembers something for an object, in the place of what was remembered before.</summary>
    public void Set(TKey key, TValue value)
    {
        var slot = SlotOf(key);
        if (slots[slot] is { } first && !first.IsOf(key, out _))
        {
            slots[slot ^ 1] = first;
        }

        slots[slot] = new Entry(key, value);
    }

    private static uint SlotOf(TKey key) => (uint)RuntimeHelpers.GetHashCode(key) * 0x9E37_79B1 >> (32 - Bits);

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
