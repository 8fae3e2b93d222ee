namespace Parsimony.Context;

/// <summary>Asks the app for shorter texts and remembers its answers, within bounds.</summary>
internal sealed class AppCompaction(IContextCompactor compactor, FailOpen failOpen)
{
    /// <summary>The characters that are remembered in each of two generations.</summary>
    private const int Capacity = 2_000_000;

    private const int EntryOverhead = 64;

    // A compactor that sends its own request through the same client must not be asked to compact that request.
    private static readonly AsyncLocal<bool> IsAsking = new();

    private readonly GenerationalCache<UInt128, AppText> known = new(Capacity);

    /// <summary>Begins a fit; <see langword="null"/> inside the app's own compaction.</summary>
    public AppTexts? Begin(CallScope scope) => IsAsking.Value ? null : new AppTexts(known, scope);

    /// <summary>Asks for what a fit would have had a use for.</summary>
    public Task AskAsync(AppTexts texts, CancellationToken cancellationToken) =>
        Task.WhenAll(texts.Wanted.Select(w => AskAsync(w.Key, w.Value, cancellationToken)));

    private async Task AskAsync(UInt128 key, ContextCompactionRequest request, CancellationToken cancellationToken)
    {
        IsAsking.Value = true;
        try
        {
            var text = await compactor.CompactAsync(request, cancellationToken).ConfigureAwait(false);
            known.Replace(key, new AppText(text, request.MaxTokens), (text?.Length ?? 0) + EntryOverhead);
        }
        catch (Exception e) when (!(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            failOpen.Report("context.compactor", e);
        }
    }
}
