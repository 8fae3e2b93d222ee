using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>Tools in a key: name, description, schemas and properties. Microsoft.Extensions.AI does not serialise them, so a key of serialised options would miss them.</summary>
internal static class ToolKey
{
    // Hashing the schemas of twenty tools would cost more than the rest of the key. A schema's digest is remembered with a copy
    // of its bytes, and the bytes are compared each time: a tool that changes its schema gets another key.
    private static readonly ConditionalWeakTable<AITool, Schemas> Known = [];

    public static void Write(KeyWriter writer, AITool tool, IReadOnlySet<string> @volatile)
    {
        writer.Text(KeyField.Tool, tool.Name);
        writer.Text(KeyField.ToolDescription, tool.Description);
        PropertyKey.Write(writer, tool.AdditionalProperties, @volatile);
        switch (tool)
        {
            case AIFunctionDeclaration function:
                var schemas = Known.GetOrCreateValue(tool);
                writer.Digest(KeyField.Schema, schemas.Parameters.Of(function.JsonSchema));
                if (function.ReturnJsonSchema is { } returned)
                {
                    writer.Digest(KeyField.Schema, schemas.Result.Of(returned));
                }

                break;
            case HostedWebSearchTool:
                writer.Text(KeyField.Value, "web");
                break;
            case HostedFileSearchTool search:
                writer.Text(KeyField.Value, "files");
                writer.Optional(KeyField.Value, search.MaximumResultCount);
                WriteInputs(writer, search.Inputs, @volatile);
                break;
            case HostedCodeInterpreterTool interpreter:
                writer.Text(KeyField.Value, "code");
                WriteInputs(writer, interpreter.Inputs, @volatile);
                break;
            default:
                writer.Unreadable();
                break;
        }

        writer.Mark(KeyField.End);
    }

    private static void WriteInputs(KeyWriter writer, IList<AIContent>? inputs, IReadOnlySet<string> @volatile)
    {
        var calls = new CallIds();
        foreach (var input in inputs ?? [])
        {
            ContentKey.Write(writer, input, ref calls, @volatile);
        }
    }

    private sealed class Schemas
    {
        public Remembered Parameters { get; } = new();

        public Remembered Result { get; } = new();
    }

    private sealed class Remembered
    {
        private Copy? last;

        public CacheDigest Of(JsonElement schema)
        {
            if (schema.ValueKind == JsonValueKind.Undefined)
            {
                return default;
            }

            var raw = JsonMarshal.GetRawUtf8Value(schema);
            var known = Volatile.Read(ref last);
            if (known is null || !raw.SequenceEqual(known.Bytes))
            {
                Span<byte> digest = stackalloc byte[CacheDigest.Size];
                SHA256.HashData(raw, digest);
                known = new Copy(raw.ToArray(), CacheDigest.From(digest));
                Volatile.Write(ref last, known);
            }

            return known.Digest;
        }

        private sealed record Copy(byte[] Bytes, CacheDigest Digest);
    }
}
