namespace Parsimony.QuickStart.Model;

/// <summary>How long a model takes for a request: typical rates of a hosted model, divided by a speed-up so that a run ends soon.</summary>
/// <param name="SpeedUp">How many times faster than life; 1 is life.</param>
internal sealed record ModelSpeed(double SpeedUp)
{
    private const double SecondsPerPromptToken = 1 / 10_000.0;
    private const double SecondsPerReplyToken = 1 / 80.0;

    /// <summary>Says how long the model takes in life.</summary>
    public static double Seconds(long promptTokens, long replyTokens) =>
        (promptTokens * SecondsPerPromptToken) + (replyTokens * SecondsPerReplyToken);

    /// <summary>Starts the clock of one request.</summary>
    public Pace Begin(TimeProvider time) => new(SpeedUp, time);

    /// <summary>The delays of one request. Timers are coarse, so short delays are saved up until one is worth waiting for.</summary>
    internal sealed class Pace(double speedUp, TimeProvider time)
    {
        private static readonly TimeSpan WorthWaiting = TimeSpan.FromMilliseconds(1);

        private readonly long started = time.GetTimestamp();
        private TimeSpan due;

        public Task WaitAsync(long promptTokens, long replyTokens, CancellationToken cancellationToken)
        {
            due += TimeSpan.FromSeconds(Seconds(promptTokens, replyTokens) / speedUp);
            var rest = due - time.GetElapsedTime(started);
            return rest < WorthWaiting ? Task.CompletedTask : Task.Delay(rest, time, cancellationToken);
        }
    }
}
