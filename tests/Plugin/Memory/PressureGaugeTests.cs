using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Tests.Memory;

public class PressureGaugeTests
{
    private readonly MemoryOptions options = new();
    private readonly PressureGauge gauge;

    public PressureGaugeTests() => gauge = new PressureGauge(options);

    [Theory]
    [InlineData(799, MemoryLevel.Normal)]
    [InlineData(800, MemoryLevel.Warning)]
    [InlineData(949, MemoryLevel.Warning)]
    [InlineData(950, MemoryLevel.Critical)]
    [InlineData(5_000, MemoryLevel.Critical)]
    public void The_level_rises_at_80_and_95_percent_of_the_limit(long heap, MemoryLevel expected)
    {
        Feed(heap);

        Assert.Equal(expected, gauge.Level);
    }

    [Fact]
    public void Pressure_falls_only_by_a_whole_step()
    {
        Feed(810);
        Feed(770);
        Assert.Equal(0.81, gauge.Pressure);
        Assert.Equal(MemoryLevel.Warning, gauge.Level);

        Feed(760);
        Assert.Equal(0.76, gauge.Pressure);
        Assert.Equal(MemoryLevel.Normal, gauge.Level);
    }

    [Fact]
    public void A_reading_that_swings_about_a_threshold_changes_the_level_once()
    {
        var levels = new List<MemoryLevel>();
        for (var i = 0; i < 100; i++)
        {
            Feed(i % 2 == 0 ? 790 : 810);
            levels.Add(gauge.Level);
        }

        Assert.Equal(1, levels.Zip(levels.Skip(1)).Count(pair => pair.First != pair.Second));
    }

    [Fact]
    public void A_configured_limit_takes_the_place_of_what_the_machine_has()
    {
        options.Limit = 500;

        Feed(400);

        Assert.Equal(0.8, gauge.Pressure);
    }

    [Fact]
    public void The_load_of_a_shared_machine_warns_but_never_counts_as_critical()
    {
        gauge.Update(new MemoryReading(100, 999, 1_000, 1_000, IsContainer: false));

        Assert.Equal(MemoryLevel.Warning, gauge.Level);
    }

    [Fact]
    public void The_load_of_a_container_counts_in_full()
    {
        gauge.Update(new MemoryReading(100, 999, 1_000, 1_000, IsContainer: true));

        Assert.Equal(MemoryLevel.Critical, gauge.Level);
    }

    [Fact]
    public void Pressure_is_never_below_the_reading_nor_a_whole_step_above_it() =>
        Prop.ForAll(Gen.Choose(0, 1_200).ListOf().ToArbitrary(), heaps =>
        {
            var fresh = new PressureGauge(options);
            return heaps.All(heap =>
            {
                fresh.Update(new MemoryReading(heap, 0, 0, 1_000, IsContainer: false));
                var raw = Math.Min(1, heap / 1_000.0);
                return fresh.Pressure >= raw && fresh.Pressure < raw + options.Hysteresis + 1e-9 && fresh.Pressure is >= 0 and <= 1;
            });
        }).QuickCheckThrowOnFailure();

    private void Feed(long heap) => gauge.Update(new MemoryReading(heap, 0, 1_000, 1_000, IsContainer: false));
}
