using System.Text.Json;

namespace Parsimony.Context;

/// <summary>A value of JSON, with everything in it as it was written.</summary>
internal sealed class JsonPart
{
    private JsonPart(JsonValueKind kind, string raw, string[] names, JsonPart[] children)
    {
        Kind = kind;
        Raw = raw;
        Names = names;
        Children = children;
    }

    public JsonValueKind Kind { get; }

    /// <summary>Gets a value that is neither array nor object as it was written, quotes and escapes included.</summary>
    public string Raw { get; }

    /// <summary>Gets the names of an object's members as they were written, with their quotes, in the order of <see cref="Children"/>.</summary>
    public string[] Names { get; }

    /// <summary>Gets the elements of an array or the values of an object's members.</summary>
    public JsonPart[] Children { get; }

    public bool IsArray => Kind == JsonValueKind.Array;

    public bool IsObject => Kind == JsonValueKind.Object;

    public bool IsContainer => IsArray || IsObject;

    public static JsonPart ArrayOf(JsonPart[] children) => new(JsonValueKind.Array, "", [], children);

    public static JsonPart Of(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                return ArrayOf([.. element.EnumerateArray().Select(Of)]);
            case JsonValueKind.Object:
                var members = element.EnumerateObject().ToArray();
                return new JsonPart(
                    JsonValueKind.Object,
                    "",
                    [.. members.Select(static m => '"' + JsonQuoting.Escape(m.Name) + '"')],
                    [.. members.Select(static m => Of(m.Value))]);
            default:
                return new JsonPart(element.ValueKind, element.GetRawText(), [], []);
        }
    }
}
