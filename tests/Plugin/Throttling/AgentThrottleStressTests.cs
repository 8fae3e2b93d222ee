using FsCheck;
using FsCheck.Fluent;
using Parsimony.Testing;

namespace Parsimony.Tests.Throttling;

public class AgentThrottleStressTests
{
    private enum Act
    {
        Enter,
        Leave,
        Cancel,
        TimeOut,
    }

    [Fact]
    public void Whatever_the_order_of_calls_ends_cancellations_and_timeouts_no_turn_is_lost_and_none_is_given_twice() =>
        Prop.ForAll(Gen.Zip(Gen.Choose(0, 3).Select(a => (Act)a), Gen.Choose(0, 9)).ListOf().ToArbitrary(), steps =>
        {
            const int limit = 3;
            var time = new ManualTimeProvider();
            var throttle = new AgentThrottle(new ThrottleOptions { MaxConcurrentCalls = limit }, timeProvider: time);
            var calls = new List<(Task<IDisposable> Call, CancellationTokenSource Cancel)>();
            foreach (var (act, which) in steps)
            {
                switch (act)
                {
                    case Act.Enter:
                        var cancel = new CancellationTokenSource();
                        calls.Add((Enter(throttle, cancel.Token), cancel));
                        break;
                    case Act.Leave when calls.FindIndex(c => c.Call.IsCompletedSuccessfully) is >= 0 and var i:
                        calls[i].Call.Result.Dispose();
                        calls.RemoveAt(i);
                        break;
                    case Act.Cancel when calls.Count > 0:
                        calls[which % calls.Count].Cancel.Cancel();
                        break;
                    case Act.TimeOut:
                        time.Advance(TimeSpan.FromSeconds(which * 4));
                        break;
                }

                if (throttle.GetStatistics().InFlight > limit)
                {
                    return false;
                }
            }

            // Everybody leaves, those in the queue after they were let in; whoever was cancelled or timed out holds nothing.
            while (calls.Count > 0)
            {
                var settled = Task.WhenAny(calls.Select(c => c.Call)).Wait(TimeSpan.FromSeconds(30));
                var done = calls.Find(c => c.Call.IsCompleted);
                if (!settled || done.Call is null)
                {
                    return false;
                }

                calls.Remove(done);
                if (done.Call.IsCompletedSuccessfully)
                {
                    done.Call.Result.Dispose();
                }
            }

            var end = throttle.GetStatistics();
            return end is { InFlight: 0, Waiting: 0 };
        }).QuickCheckThrowOnFailure();

    [Fact(Timeout = 60_000)]
    public async Task Under_real_concurrency_the_limit_holds_and_every_turn_comes_back()
    {
        const int limit = 4;
        var throttle = new AgentThrottle(new ThrottleOptions { MaxConcurrentCalls = limit, MaxDelay = TimeSpan.FromMinutes(5) });
        var inFlight = 0;
        var most = 0;
        var cancelled = 0;

        await Task.WhenAll(Enumerable.Range(0, 64).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                using var cancel = new CancellationTokenSource();
                var call = Enter(throttle, cancel.Token);
                if ((worker + i) % 3 == 0)
                {
                    await cancel.CancelAsync();
                }

                try
                {
                    using var turn = await call;
                    InterlockedMax(ref most, Interlocked.Increment(ref inFlight));
                    await Task.Yield();
                    Interlocked.Decrement(ref inFlight);
                }
                catch (OperationCanceledException)
                {
                    Interlocked.Increment(ref cancelled);
                }
            }
        })));

        var end = throttle.GetStatistics();
        Assert.Equal((0, 0), (end.InFlight, end.Waiting));
        Assert.InRange(most, 1, limit);
        Assert.Equal(64 * 50, end.Admitted + cancelled);
    }

    private static async Task<IDisposable> Enter(AgentThrottle throttle, CancellationToken cancellationToken) =>
        await throttle.EnterAsync(new CallScope { Agent = "clerk" }, cancellationToken);

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); value > seen; seen = Volatile.Read(ref target))
        {
            Interlocked.CompareExchange(ref target, value, seen);
        }
    }
}
