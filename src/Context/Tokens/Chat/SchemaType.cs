using System.Text;
using System.Text.Json;

namespace Parsimony.Context;

/// <summary>Writes a JSON schema as a TypeScript type.</summary>
/// <param name="root">The schema of a function's parameters; references are looked up in it.</param>
/// <param name="legacy">
/// Whether the function comes in the older request field: there, properties inside properties are indented and lose their descriptions.
/// </param>
internal sealed class SchemaType(JsonElement root, bool legacy)
{
    private readonly int indentStep = legacy ? 2 : 0;

    // A schema may refer to itself.
    private const int MaxDepth = 16;

    /// <summary>Gets a value indicating whether the function takes any parameters.</summary>
    public bool HasProperties => TryGet(root, "properties", JsonValueKind.Object, out var properties) && properties.EnumerateObject().Any();

    /// <summary>Writes the function's parameters, one a line.</summary>
    public void AppendProperties(StringBuilder text, int indent) => AppendProperties(text, root, indent, 0);

    private void AppendProperties(StringBuilder text, JsonElement schema, int indent, int depth)
    {
        var required = TryGet(schema, "required", JsonValueKind.Array, out var names)
            ? names.EnumerateArray().Where(n => n.ValueKind == JsonValueKind.String).Select(n => n.GetString()).ToHashSet(StringComparer.Ordinal)
            : [];
        foreach (var property in schema.GetProperty("properties").EnumerateObject())
        {
            var type = Resolve(property.Value);
            if ((!legacy || indent == 0) && TryGet(type, "description", JsonValueKind.String, out var description))
            {
                FunctionNamespace.AppendComment(text, description.GetString(), indent);
            }

            text.Append(' ', indent).Append(property.Name).Append(required.Contains(property.Name) ? ": " : "?: ");
            AppendType(text, type, indent, depth);
            text.Append(',');
            if (type.ValueKind == JsonValueKind.Object && type.TryGetProperty("default", out var value))
            {
                text.Append(" // default: ").Append(value.GetRawText());
            }

            text.Append('\n');
        }
    }

    private void AppendType(StringBuilder text, JsonElement schema, int indent, int depth)
    {
        schema = Resolve(schema);
        if (schema.ValueKind != JsonValueKind.Object || depth > MaxDepth)
        {
            text.Append("any");
        }
        else if (TryGet(schema, "anyOf", JsonValueKind.Array, out var alternatives) || TryGet(schema, "oneOf", JsonValueKind.Array, out alternatives))
        {
            AppendUnion(text, alternatives.EnumerateArray(), (element) => AppendType(text, element, indent, depth + 1));
        }
        else if (TryGet(schema, "enum", JsonValueKind.Array, out var values))
        {
            AppendUnion(text, values.EnumerateArray(), (element) => text.Append(element.GetRawText()));
        }
        else if (schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.Array)
        {
            AppendUnion(text, type.EnumerateArray(), (element) => AppendNamed(text, element.GetString(), schema, indent, depth));
        }
        else
        {
            AppendNamed(text, type.ValueKind == JsonValueKind.String ? type.GetString() : null, schema, indent, depth);
        }
    }

    private void AppendNamed(StringBuilder text, string? type, JsonElement schema, int indent, int depth)
    {
        switch (type)
        {
            case "string" or "boolean" or "null" or "number":
                text.Append(type);
                break;
            case "integer":
                text.Append("number");
                break;
            case "array":
                AppendType(text, schema.TryGetProperty("items", out var items) ? items : default, indent, depth + 1);
                text.Append("[]");
                break;
            case "object" or null when TryGet(schema, "properties", JsonValueKind.Object, out _):
                text.Append("{\n");
                AppendProperties(text, schema, indent + indentStep, depth + 1);
                text.Append(' ', indent).Append('}');
                break;
            case "object":
                text.Append("object");
                break;
            default:
                text.Append("any");
                break;
        }
    }

    private static void AppendUnion(StringBuilder text, JsonElement.ArrayEnumerator members, Action<JsonElement> append)
    {
        var first = true;
        foreach (var member in members)
        {
            text.Append(first ? "" : " | ");
            append(member);
            first = false;
        }
    }

    /// <summary>Follows a reference inside the schema, such as <c>#/$defs/Address</c>.</summary>
    private JsonElement Resolve(JsonElement schema)
    {
        for (var hop = 0; hop < MaxDepth && TryGet(schema, "$ref", JsonValueKind.String, out var reference); hop++)
        {
            var target = root;
            foreach (var step in reference.GetString()!.Split('/').Skip(1))
            {
                target = target.ValueKind == JsonValueKind.Object && target.TryGetProperty(step, out var inner) ? inner : default;
            }

            schema = target;
        }

        return schema;
    }

    private static bool TryGet(JsonElement schema, string name, JsonValueKind kind, out JsonElement value)
    {
        value = default;
        return schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(name, out value) && value.ValueKind == kind;
    }
}
