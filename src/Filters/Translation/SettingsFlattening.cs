using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.SemanticKernel;

namespace Parsimony.SemanticKernel;

/// <summary>A connector's typed settings as plain ones, with every property in <see cref="PromptExecutionSettings.ExtensionData"/>.</summary>
internal static class SettingsFlattening
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new TypeNameConverter() } };

    public static PromptExecutionSettings ToPlain(PromptExecutionSettings settings, out bool complete)
    {
        complete = !UsesLegacyTools(settings);
        if (settings.GetType() == typeof(PromptExecutionSettings))
        {
            return settings;
        }

        if (TryFlatten(settings) is { } plain)
        {
            plain.FunctionChoiceBehavior = settings.FunctionChoiceBehavior;
            return plain;
        }

        complete = false;
        return new PromptExecutionSettings
        {
            ModelId = settings.ModelId,
            FunctionChoiceBehavior = settings.FunctionChoiceBehavior,
            ExtensionData = settings.ExtensionData,
        };
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Where the serializer cannot write a type, the call is not cached.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Where the serializer cannot write a type, the call is not cached.")]
    public static bool TryWrite(object value, out string text)
    {
        try
        {
            text = value is JsonElement element ? element.GetRawText() : JsonSerializer.Serialize(value, value.GetType(), Json);
            return text != "{}";
        }
        catch (Exception e) when (e is NotSupportedException or JsonException or InvalidOperationException)
        {
            text = value.GetType().Name;
            return false;
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Where the serializer cannot write a type, the call is not cached.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Where the serializer cannot write a type, the call is not cached.")]
    private static PromptExecutionSettings? TryFlatten(PromptExecutionSettings settings)
    {
        try
        {
            return JsonSerializer.Deserialize<PromptExecutionSettings>(JsonSerializer.Serialize(settings, settings.GetType(), Json));
        }
        catch (Exception e) when (e is NotSupportedException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // The OpenAI connector's older way to offer tools is no part of the settings' JSON.
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A trimmed property is one that nobody sets.")]
    private static bool UsesLegacyTools(PromptExecutionSettings settings) =>
        settings.GetType().GetProperty("ToolCallBehavior")?.GetValue(settings) is not null;

    /// <summary>Writes a type that stands for a JSON schema (a response format) by its name.</summary>
    private sealed class TypeNameConverter : JsonConverter<Type>
    {
        public override bool CanConvert(Type typeToConvert) => typeof(Type).IsAssignableFrom(typeToConvert);

        public override Type? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Type value, JsonSerializerOptions options) => writer.WriteStringValue(value.AssemblyQualifiedName);
    }
}
