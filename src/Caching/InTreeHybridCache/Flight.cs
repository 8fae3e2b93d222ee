using System.Diagnostics.CodeAnalysis;

namespace Parsimony.Caching;

/// <summary>
/// One piece of work that several callers wait for. A caller that gives up leaves alone; the work is cancelled when the last one
/// has left.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing to release, and the work may outlive its last caller.")]
internal sealed class Flight<T>(Func<CancellationToken, Task<T>> start)
{
    private readonly CancellationTokenSource cancellation = new();
    private readonly Lock gate = new();
    private Task<T>? work;
    private int waiting;
    private bool left;

    /// <summary>Waits for the work with the others; <see langword="false"/> when they have all left and it is being cancelled.</summary>
    public bool TryJoin(out Task<T> joined)
    {
        lock (gate)
        {
            if (left)
            {
                joined = null!;
                return false;
            }

            waiting++;
            joined = work ??= Task.Run(() => start(cancellation.Token), CancellationToken.None);
            return true;
        }
    }

    public void Leave()
    {
        lock (gate)
        {
            left = --waiting == 0;
            if (!left || work!.IsCompleted)
            {
                return;
            }
        }

        cancellation.Cancel();
    }
}
