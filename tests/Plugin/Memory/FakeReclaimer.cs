namespace Parsimony.Tests;

internal sealed class FakeReclaimer(Func<double, long>? reclaim = null) : IMemoryReclaimer
{
    public List<double> Shares { get; } = [];

    public long Reclaim(double fraction)
    {
        Shares.Add(fraction);
        return reclaim?.Invoke(fraction) ?? 10;
    }
}
