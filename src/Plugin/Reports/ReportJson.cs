using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parsimony;

/// <summary>How reports, and what agents are told, are written as JSON; generated, so that it works without reflection.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    WriteIndented = true,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OptimizationReport))]
[JsonSerializable(typeof(OptimizationStatus))]
[JsonSerializable(typeof(ParsimonyHealth))]
[JsonSerializable(typeof(ContextRecommendation))]
[JsonSerializable(typeof(FalseHitReport))]
[JsonSerializable(typeof(MissedHitReport))]
[JsonSerializable(typeof(string))]
internal sealed partial class ReportJson : JsonSerializerContext;
