namespace Parsimony.Context;

/// <summary>
/// Writes texts shorter, gently first: white space and what says nothing to a model, field names once; then, as far as that is not
/// enough, samples of arrays, distinct lines, and at last the best passages. Results are remembered by content, within bounds.
/// </summary>
/// <param name="disabled">The names of the ways that are not gone.</param>
/// <param name="capacity">The characters that are remembered in each of two generations.</param>
internal sealed class TextCompactor(ICollection<string> disabled, int capacity = TextCompactor.DefaultCapacity)
{
    private const int DefaultCapacity = 4_000_000;

    /// <summary>A gentle form that saves less is not worth another wording.</summary>
    private const double LeastSaved = 0.02;

    private const int EntryOverhead = 64;
    private const int GentleSalt = 1 << 28;
    private const int FirmSalt = 1 << 29;
    private const int PassagesSalt = 1 << 30;

    // Told from any text by its reference.
    private static readonly string Unchanged = new('\0', 1);

    private static readonly ITextCompactor[] Gentle = [new WhiteSpaceCompactor(), new BlobCompactor(), new JsonCompactor()];
    private static readonly ITextCompactor[] Firm = [new WhiteSpaceCompactor(), new BlobCompactor(), new JsonCompactor(), new LogCompactor()];

    private readonly GenerationalCache<UInt128, string> results = new(capacity);

    /// <summary>Gets the segments of results that were compared.</summary>
    public SegmentMemory Segments { get; } = new();

    /// <summary>Says whether a way is gone.</summary>
    public bool IsEnabled(string name) => !disabled.Contains(name);

    /// <summary>Writes a text shorter without leaving out what a model can read.</summary>
    /// <returns>The shorter text, or <paramref name="source"/> itself.</returns>
    public SourceText CompactGently(SourceText source, TokenCounter counter) =>
        Remembered(source, new CompactionTarget(int.MaxValue, TextQuery.None, counter), GentleSalt, RunGently);

    /// <summary>Writes a text as short as asked.</summary>
    /// <param name="source">The text.</param>
    /// <param name="target">How short, and what for.</param>
    /// <param name="isRequired">Whether the text is cut to its best passages even where that way is not to be gone.</param>
    /// <returns>
    /// <paramref name="source"/> itself where it is short enough; else a text of at most so many tokens, or the shortest that can be had
    /// where passages are not to be taken.
    /// </returns>
    public SourceText Compact(SourceText source, CompactionTarget target, bool isRequired)
    {
        if (source.Count(target.Counter) <= target.MaxTokens)
        {
            return source;
        }

        var shorter = Remembered(source, target, FirmSalt, RunFirmly);
        return shorter.Count(target.Counter) <= target.MaxTokens || !(isRequired || IsEnabled(ContextCompactors.Passages))
            ? shorter
            : Remembered(shorter, target, PassagesSalt, static (text, to) => TextFitter.FitScored(text, to.MaxTokens, PassageRanking.By(to.Query), to.Counter));
    }

    private string RunFirmly(string text, CompactionTarget target)
    {
        foreach (var compactor in Firm)
        {
            if (target.IsMetBy(text))
            {
                break;
            }

            text = Shorter(compactor, text, target);
        }

        return text;
    }

    private string RunGently(string text, CompactionTarget target)
    {
        var shorter = text;
        foreach (var compactor in Gentle)
        {
            shorter = Shorter(compactor, shorter, target);
        }

        var tokens = target.Counter.Count(text);
        return tokens - target.Counter.Count(shorter) >= LeastSaved * tokens ? shorter : text;
    }

    private string Shorter(ITextCompactor compactor, string text, CompactionTarget target) =>
        IsEnabled(compactor.Name) && compactor.Compact(text, target) is { } result && target.Counter.Count(result) < target.Counter.Count(text) ? result : text;

    private SourceText Remembered(SourceText source, CompactionTarget target, int salt, Func<string, CompactionTarget, string> compact)
    {
        var key = KeyOf(source, target, salt);
        if (!results.TryGet(key, out var result))
        {
            var text = compact(source.Text, target);
            result = ReferenceEquals(text, source.Text) ? Unchanged : text;
            results.Set(key, result, result.Length + EntryOverhead);
        }

        return ReferenceEquals(result, Unchanged) ? source : new SourceText(result);
    }

    private UInt128 KeyOf(SourceText source, CompactionTarget target, int salt)
    {
        var switches = salt;
        for (var i = 0; i < ContextCompactors.All.Count; i++)
        {
            switches |= IsEnabled(ContextCompactors.All[i]) ? 1 << i : 0;
        }

        // Hashes of independent texts, told apart by odd multipliers.
        var name = TextFingerprint.Of(target.Counter.Name);
        return source.Fingerprint + (3 * target.Query.Fingerprint) + (5 * name) + (((UInt128)(uint)target.MaxTokens << 64) | (uint)switches);
    }
}
