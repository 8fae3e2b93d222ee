using System.Diagnostics;
using Parsimony.Testing;

namespace Parsimony.Tests;

internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Moves a clock on, step by step, until something that arms its timers on another thread has come round.</summary>
    public static async Task AdvanceUntil(ManualTimeProvider time, TimeSpan step, Func<bool> until)
    {
        var start = Stopwatch.GetTimestamp();
        while (!until())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, "It never came round.");
            time.Advance(step);
            await Task.Yield();
        }
    }
}
