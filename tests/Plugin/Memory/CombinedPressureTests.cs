using Parsimony.Testing;

namespace Parsimony.Tests.Memory;

public class CombinedPressureTests
{
    private readonly MemoryOptions options = new() { MaxContextTokensHeld = 1_000 };
    private readonly FakeMemory memory = new() { Heap = 850 };
    private readonly MemoryMonitor monitor;
    private readonly CombinedPressure pressure;

    public CombinedPressureTests()
    {
        monitor = new MemoryMonitor(options, null, new ManualTimeProvider(), null, memory);
        pressure = new CombinedPressure(options, monitor);
    }

    [Fact]
    public void It_is_the_greater_of_memory_and_of_the_context_held()
    {
        Assert.Equal(0.85, pressure.Pressure);

        monitor.Record(new CallScope { Agent = "clerk" }, 0, 900);

        Assert.Equal(0.9, pressure.Pressure);
    }

    [Fact]
    public void More_context_than_the_maximum_is_a_pressure_of_one()
    {
        monitor.Record(new CallScope { Agent = "clerk" }, 0, 5_000);

        Assert.Equal(1, pressure.Pressure);
    }

    [Fact]
    public void Each_part_can_be_switched_off()
    {
        monitor.Record(new CallScope { Agent = "clerk" }, 0, 900);

        options.HeldContextShrinksBudgets = false;
        Assert.Equal(0.85, pressure.Pressure);

        options.MemoryShrinksBudgets = false;
        Assert.Equal(0, pressure.Pressure);
    }
}
