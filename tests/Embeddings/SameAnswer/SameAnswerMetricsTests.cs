using System.Diagnostics.Metrics;

namespace Parsimony.Embeddings.Tests;

public class SameAnswerMetricsTests
{
    [Theory]
    [InlineData(null, "unjudged")]
    [InlineData(0.5, "below 0.9")]
    [InlineData(0.98, "0.98-0.99")]
    [InlineData(0.99, "0.99-0.995")]
    [InlineData(0.9999, "0.999-1")]
    public void An_accepted_candidate_is_counted_in_the_band_of_its_probability(double? probability, string band) =>
        Assert.Equal(band, SameAnswerMetrics.Band(probability));

    [Fact]
    public void Candidates_bands_and_the_estimated_error_rate_reach_the_meter_without_text()
    {
        var seen = new List<(string Name, double Value, string Tags)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Name.StartsWith("parsimony.same_answer.", StringComparison.Ordinal))
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Add(i, value, tags));
        listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Add(i, value, tags));
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Add(i, value, tags));
        listener.Start();

        new SameAnswerDecider(judge: new TableJudge(("secret plan", "secret plot", 0.993))).Decide("secret plan", [new("secret plot", 0.9f, 1), new("secret garden", 0.6f, 1)]);
        listener.RecordObservableInstruments();

        lock (seen)
        {
            Assert.Contains(("parsimony.same_answer.candidates", 2.0, ""), seen);
            Assert.Contains(("parsimony.same_answer.accepted", 1.0, "band=0.99-0.995"), seen);
            Assert.Contains(("parsimony.same_answer.refusals", 1.0, "by=judge"), seen);
            Assert.Contains(seen, s => s.Name == "parsimony.same_answer.estimated_error_rate" && s.Value is > 0 and < 1);
            Assert.DoesNotContain(seen, s => s.Tags.Contains("secret", StringComparison.Ordinal));
        }

        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (seen)
            {
                seen.Add((instrument.Name, value, string.Join(',', tags.ToArray().Select(static t => $"{t.Key}={t.Value}"))));
            }
        }
    }
}
