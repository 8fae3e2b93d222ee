using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>A content of a message in a key, without its volatile ids.</summary>
internal static class ContentKey
{
    private static readonly Dictionary<string, object?> NoArguments = [];

    public static void Write(KeyWriter writer, AIContent content, ref CallIds calls, IReadOnlySet<string> @volatile)
    {
        switch (content)
        {
            case TextContent text:
                writer.Text(KeyField.Text, text.Text);
                break;
            case TextReasoningContent reasoning:
                writer.Text(KeyField.Reasoning, reasoning.Text);
                writer.Optional(KeyField.Value, reasoning.ProtectedData);
                break;
            case DataContent data:
                writer.Text(KeyField.Data, data.MediaType);
                writer.Optional(KeyField.Value, data.Name);
                writer.Bytes(KeyField.Data, data.Data.Span);
                break;
            case UriContent uri:
                writer.Text(KeyField.Uri, uri.Uri.OriginalString);
                writer.Text(KeyField.Value, uri.MediaType);
                break;
            case FunctionCallContent call:
                writer.Text(KeyField.Call, call.Name);
                writer.Number(KeyField.Value, calls[call.CallId]);
                foreach (var (name, argument) in (call.Arguments ?? NoArguments).OrderBy(a => a.Key, StringComparer.Ordinal))
                {
                    writer.Text(KeyField.Property, name);
                    ValueKey.WriteAsSent(writer, argument);
                }

                break;
            case FunctionResultContent result:
                writer.Number(KeyField.Result, calls[result.CallId]);
                ValueKey.WriteAsSent(writer, result.Result);
                writer.Optional(KeyField.Error, result.Exception?.Message);
                break;
            case ErrorContent error:
                writer.Text(KeyField.Error, error.Message);
                writer.Optional(KeyField.Value, error.ErrorCode);
                break;
            case HostedFileContent file:
                writer.Text(KeyField.File, file.FileId);
                break;
            case HostedVectorStoreContent store:
                writer.Text(KeyField.File, store.VectorStoreId);
                writer.Text(KeyField.Value, "store");
                break;
            case UsageContent:
                return;
            default:
                writer.Unreadable();
                return;
        }

        PropertyKey.Write(writer, content.AdditionalProperties, @volatile);
        writer.Mark(KeyField.End);
    }
}
