using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parsimony.QuickStart.Desk;

/// <summary>Reads messages: one JSON object a line.</summary>
[JsonSerializable(typeof(CustomerMessage))]
internal sealed partial class MessageJson : JsonSerializerContext
{
    public static IReadOnlyList<CustomerMessage> Load(string file)
    {
        var messages = new List<CustomerMessage>();
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (line.Length == 0)
            {
                continue;
            }

            try
            {
                messages.Add(JsonSerializer.Deserialize(line, Default.CustomerMessage) is { Text: not null, Answer: not null } message
                    ? message
                    : throw new JsonException("text and answer are needed"));
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"{file}, line {number}: {e.Message}", e);
            }
        }

        return messages;
    }
}
