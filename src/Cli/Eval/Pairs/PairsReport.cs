using System.Text.Json;

namespace Parsimony.Cli;

/// <summary>The figures of <c>eval pairs</c>.</summary>
internal sealed record PairsReport : IEvalReport
{
    private static readonly int[] FalsePositivePercents = [1, 2, 5];

    public required int Pairs { get; init; }

    public required int Positives { get; init; }

    /// <summary>Gets how many pairs the shipped policy serves.</summary>
    public required int Served { get; init; }

    /// <summary>Gets how many of the served pairs have two answers.</summary>
    public required int FalseServed { get; init; }

    /// <summary>Gets the curve of the cosine; <see langword="null"/> where the engine has no embeddings.</summary>
    public required OperatingPoints? Cosine { get; init; }

    /// <summary>Gets the curve of the judge; <see langword="null"/> where the engine has none.</summary>
    public required OperatingPoints? Judge { get; init; }

    public required IReadOnlyDictionary<string, PairsTally.KindTally> Kinds { get; init; }

    /// <summary>Gets how many of all pairs each guard refuses.</summary>
    public required IReadOnlyDictionary<string, int> Guards { get; init; }

    public required double? MicrosPerPair { get; init; }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("pairs", Pairs);
        json.WriteNumber("positives", Positives);
        WriteCurve(json, "cosine", Cosine, withRecall: false);
        WriteCurve(json, "judge", Judge, withRecall: true);
        WriteDefault(json);
        json.WriteStartObject("guards");
        foreach (var (guard, refused) in Guards)
        {
            json.WriteNumber(guard, refused);
        }

        json.WriteEndObject();
        json.WriteFigure("microsPerPair", MicrosPerPair);
    }

    private static void WriteCurve(Utf8JsonWriter json, string name, OperatingPoints? curve, bool withRecall)
    {
        if (curve is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteFigure("auc", RocAuc.Of(curve));
        json.WriteFigure("ap", AveragePrecision.Of(curve));
        if (withRecall)
        {
            json.WriteStartObject("recallAtFpr");
            foreach (var percent in FalsePositivePercents)
            {
                json.WriteFigure($"{percent}", RecallAtFalsePositiveRate.Of(curve, percent));
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteDefault(Utf8JsonWriter json)
    {
        json.WriteStartObject("default");
        json.WriteNumber("served", Served);
        json.WriteNumber("falseServed", FalseServed);
        json.WriteFigure("recall", Ratio.Of(Served - FalseServed, Positives));
        json.WriteFigure("falseHitRate", Ratio.Of(FalseServed, Pairs - Positives));
        json.WriteStartObject("byKind");
        foreach (var (kind, tally) in Kinds)
        {
            json.WriteStartObject(kind);
            json.WriteNumber("pairs", tally.Pairs);
            json.WriteNumber("served", tally.Served);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
