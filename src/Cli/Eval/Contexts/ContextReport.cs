using System.Text.Json;

namespace Parsimony.Cli;

/// <summary>The figures of <c>eval context</c>.</summary>
internal sealed record ContextReport : IEvalReport
{
    public required int Conversations { get; init; }

    /// <summary>Gets the questions that name evidence.</summary>
    public required int Questions { get; init; }

    /// <summary>Gets the evidence recall by the share of the tokens in %.</summary>
    public required IReadOnlyList<(int Percent, EvidenceRecall Recall)> Recall { get; init; }

    /// <summary>Gets the mean time of one fit.</summary>
    public required double? MicrosPerFit { get; init; }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("conversations", Conversations);
        json.WriteNumber("questions", Questions);
        json.WriteStartObject("recall");
        foreach (var (percent, recall) in Recall)
        {
            json.WriteFigure($"{percent}", recall.Percent);
        }

        json.WriteEndObject();
        json.WriteFigure("microsPerFit", MicrosPerFit);
    }
}
