using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>Writes plain data in one canonical way: maps in the order of their keys, numbers by value. Other objects are unreadable.</summary>
internal static class ValueKey
{
    private const int DeepestNesting = 64;

    public static void Write(KeyWriter writer, object? value, int depth = 0)
    {
        if (depth > DeepestNesting)
        {
            writer.Unreadable();
            return;
        }

        switch (value)
        {
            case null: writer.Mark(KeyField.Value); break;
            case string text: writer.Text(KeyField.Text, text); break;
            case bool flag: writer.Text(KeyField.Value, flag ? "true" : "false"); break;
            case JsonElement element: WriteJson(writer, element, depth); break;
            case JsonNode node: WriteJson(writer, node.ToJsonString()); break;
            case Enum choice: writer.Text(KeyField.Value, choice.GetType().Name + "." + choice); break;
            case byte[] bytes: writer.Bytes(KeyField.Data, bytes); break;
            case ReadOnlyMemory<byte> bytes: writer.Bytes(KeyField.Data, bytes.Span); break;
            case Uri uri: writer.Text(KeyField.Uri, uri.OriginalString); break;
            case DateTime or DateTimeOffset: writer.Text(KeyField.Value, ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture)); break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal or Half or Guid or TimeSpan or char or DateOnly or TimeOnly:
                writer.Text(KeyField.Value, Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            case IEnumerable<KeyValuePair<string, object?>> map: WriteMap(writer, map, depth); break;
            case IEnumerable<KeyValuePair<string, string>> map: WriteMap(writer, map.Select(p => KeyValuePair.Create(p.Key, (object?)p.Value)), depth); break;
            case IDictionary: writer.Unreadable(); break;
            case IEnumerable<string> or IEnumerable<object> or Array or IList: WriteList(writer, (IEnumerable)value, depth); break;
            default: writer.Unreadable(); break;
        }
    }

    /// <summary>Writes what a tool was given or gave back. Clients send it to the model as JSON, so its JSON is what the answer depends on.</summary>
    public static void WriteAsSent(KeyWriter writer, object? value)
    {
        if (value is null or string or bool or JsonElement or JsonNode or int or long or double)
        {
            Write(writer, value);
            return;
        }

        try
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(value.GetType()));
            writer.Bytes(KeyField.Value, json);
        }
        catch (Exception e) when (e is NotSupportedException or JsonException or InvalidOperationException)
        {
            writer.Unreadable();
        }
    }

    private static void WriteMap(KeyWriter writer, IEnumerable<KeyValuePair<string, object?>> map, int depth)
    {
        writer.Mark(KeyField.Map);
        foreach (var (name, value) in map.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            writer.Text(KeyField.Property, name);
            Write(writer, value, depth + 1);
        }

        writer.Mark(KeyField.End);
    }

    private static void WriteList(KeyWriter writer, IEnumerable list, int depth)
    {
        writer.Mark(KeyField.List);
        foreach (var item in list)
        {
            Write(writer, item, depth + 1);
        }

        writer.Mark(KeyField.End);
    }

    private static void WriteJson(KeyWriter writer, string json)
    {
        using var document = JsonDocument.Parse(json);
        WriteJson(writer, document.RootElement, 0);
    }

    private static void WriteJson(KeyWriter writer, JsonElement element, int depth)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteMap(writer, element.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, (object?)p.Value)), depth);
                break;
            case JsonValueKind.Array:
                WriteList(writer, element.EnumerateArray(), depth);
                break;
            case JsonValueKind.String:
                writer.Text(KeyField.Text, element.GetString());
                break;
            case JsonValueKind.Undefined:
                writer.Unreadable();
                break;
            default:
                writer.Text(KeyField.Value, element.GetRawText());
                break;
        }
    }
}
