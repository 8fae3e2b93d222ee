using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>The options of a call in a key. A test holds the list of properties: one that a later version of Microsoft.Extensions.AI adds fails it until someone has decided.</summary>
internal static class OptionsKey
{
    public static void Write(KeyWriter writer, ChatOptions? options, bool agentDefinition, IReadOnlySet<string> @volatile)
    {
        if (options is null)
        {
            return;
        }

        writer.Optional(KeyField.Temperature, options.Temperature);
        writer.Optional(KeyField.TopP, options.TopP);
        writer.Optional(KeyField.TopK, options.TopK);
        writer.Optional(KeyField.FrequencyPenalty, options.FrequencyPenalty);
        writer.Optional(KeyField.PresencePenalty, options.PresencePenalty);
        writer.Optional(KeyField.Seed, options.Seed);
        writer.Optional(KeyField.MaxOutputTokens, options.MaxOutputTokens);
        writer.Optional(KeyField.AllowMultipleToolCalls, options.AllowMultipleToolCalls is { } many ? (many ? 1L : 0L) : null);
        writer.Optional(KeyField.ReasoningEffort, (long?)options.Reasoning?.Effort);
        writer.Optional(KeyField.ReasoningOutput, (long?)options.Reasoning?.Output);
        if (options.StopSequences is { } stops)
        {
            foreach (var stop in stops)
            {
                writer.Text(KeyField.StopSequence, stop);
            }
        }

        WriteFormat(writer, options.ResponseFormat);
        PropertyKey.Write(writer, options.AdditionalProperties, @volatile);
        if (agentDefinition)
        {
            writer.Optional(KeyField.Instructions, options.Instructions);
            WriteToolMode(writer, options.ToolMode);
            if (options.Tools is { } tools)
            {
                foreach (var tool in tools)
                {
                    ToolKey.Write(writer, tool, @volatile);
                }
            }
        }
    }

    private static void WriteFormat(KeyWriter writer, ChatResponseFormat? format)
    {
        switch (format)
        {
            case null:
                break;
            case ChatResponseFormatText:
                writer.Text(KeyField.ResponseFormat, "text");
                break;
            case ChatResponseFormatJson json:
                writer.Text(KeyField.ResponseFormat, "json");
                writer.Optional(KeyField.Value, json.SchemaName);
                writer.Optional(KeyField.ToolDescription, json.SchemaDescription);
                if (json.Schema is { } schema)
                {
                    writer.Mark(KeyField.Schema);
                    ValueKey.Write(writer, schema);
                }

                break;
            default:
                writer.Unreadable();
                break;
        }
    }

    private static void WriteToolMode(KeyWriter writer, ChatToolMode? mode)
    {
        switch (mode)
        {
            case null:
                break;
            case AutoChatToolMode:
                writer.Text(KeyField.ToolMode, "auto");
                break;
            case NoneChatToolMode:
                writer.Text(KeyField.ToolMode, "none");
                break;
            case RequiredChatToolMode required:
                writer.Text(KeyField.ToolMode, "required");
                writer.Optional(KeyField.Value, required.RequiredFunctionName);
                break;
            default:
                writer.Unreadable();
                break;
        }
    }
}
