using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parsimony.Caching;

/// <summary>How reports are written, one JSON object a line.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MissedHit))]
internal sealed partial class MissedHitJson : JsonSerializerContext;
