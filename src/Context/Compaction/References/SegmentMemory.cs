namespace Parsimony.Context;

/// <summary>Remembers the segments of texts by content, within bounds, so that the results of a history are split once and not in each request. Thread-safe.</summary>
/// <param name="capacity">The bytes that are held in each of two generations, by estimate.</param>
internal sealed class SegmentMemory(int capacity = SegmentMemory.DefaultCapacity)
{
    private const int DefaultCapacity = 8_000_000;

    /// <summary>What a segment takes in a list and two tables, in bytes.</summary>
    private const int SegmentBytes = 72;

    private readonly GenerationalCache<UInt128, TextSegments> known = new(capacity);

    /// <summary>Gets the segments of a text.</summary>
    public TextSegments Get(string text, UInt128 fingerprint)
    {
        if (!known.TryGet(fingerprint, out var segments))
        {
            segments = TextSegments.Of(text);
            var bytes = ((long)sizeof(char) * text.Length) + ((long)SegmentBytes * segments.Count);

            // What would drive out all others is not worth it.
            if (bytes <= capacity)
            {
                known.Set(fingerprint, segments, (int)bytes);
            }
        }

        return segments;
    }
}
