
namespace Parsimony.QuickStart.Run;

/// <summary>Says every few seconds how far the run is.</summary>
internal sealed class Progress(TextWriter output, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private long last = time.GetTimestamp();

    public void Report(string column, int done, int all)
    {
        if (time.GetElapsedTime(last) >= Interval)
        {
            last = time.GetTimestamp();
            output.WriteLine($"  {column}: {done:n0} of {all:n0} messages");
        }
    }

    public void Done(string column, int all, TimeSpan elapsed)
    {
        last = time.GetTimestamp();
        output.WriteLine($"  {column}: {all:n0} messages in {elapsed.TotalSeconds:n1} s");
    }
}
