using System.Collections.Concurrent;

namespace Parsimony.Caching;

/// <summary>Remembers when each tag was last removed, so that an answer the model was working on at that time does not come back under the tag.</summary>
internal sealed class TagRemovals
{
    public const string All = "*";

    private readonly ConcurrentDictionary<string, long> removed = new(StringComparer.Ordinal);

    public void Add(string tag, long sequence) => removed.AddOrUpdate(tag, sequence, (_, known) => Math.Max(known, sequence));

    /// <summary>Whether one of these tags was removed after a plan was made.</summary>
    public bool After(long sequence, IReadOnlyCollection<string> tags)
    {
        if (removed.IsEmpty)
        {
            return false;
        }

        return Removed(All, sequence) || tags.Any(tag => Removed(tag, sequence));
    }

    private bool Removed(string tag, long sequence) => removed.TryGetValue(tag, out var at) && at > sequence;
}
