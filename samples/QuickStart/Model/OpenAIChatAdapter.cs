using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using AIMessage = Microsoft.Extensions.AI.ChatMessage;
using SdkMessage = OpenAI.Chat.ChatMessage;

namespace Parsimony.QuickStart.Model;

/// <summary>
/// The OpenAI SDK as an <see cref="IChatClient"/>, in both builds: Microsoft.Extensions.AI.OpenAI is absent from one of them. It knows
/// what the desk sends: texts, tool calls with their results, no options.
/// </summary>
internal sealed class OpenAIChatAdapter(ChatClient client) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<AIMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<AIMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var part in client.CompleteChatStreamingAsync(messages.Select(Translate), options: null, cancellationToken))
        {
            var update = new ChatResponseUpdate(ChatRole.Assistant, [.. part.ContentUpdate.Select(content => new TextContent(content.Text))])
            {
                ResponseId = part.CompletionId,
                MessageId = part.CompletionId,
                ModelId = part.Model,
                RawRepresentation = part,
                FinishReason = part.FinishReason switch
                {
                    null => null,
                    OpenAI.Chat.ChatFinishReason.Length => Microsoft.Extensions.AI.ChatFinishReason.Length,
                    OpenAI.Chat.ChatFinishReason.ContentFilter => Microsoft.Extensions.AI.ChatFinishReason.ContentFilter,
                    OpenAI.Chat.ChatFinishReason.ToolCalls => Microsoft.Extensions.AI.ChatFinishReason.ToolCalls,
                    _ => Microsoft.Extensions.AI.ChatFinishReason.Stop,
                },
            };
            if (part.Usage is { } usage)
            {
                update.Contents.Add(new UsageContent(new() { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount, TotalTokenCount = usage.TotalTokenCount }));
            }

            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static SdkMessage Translate(AIMessage message)
    {
        var calls = message.Contents.OfType<FunctionCallContent>().ToList();
        return message.Role.Value switch
        {
            "system" => new SystemChatMessage(message.Text),
            "user" => new UserChatMessage(message.Text) { ParticipantName = message.AuthorName },
            "tool" => Result(message.Contents.OfType<FunctionResultContent>().Single()),
            _ when calls.Count > 0 => new AssistantChatMessage(calls.Select(Call)),
            _ => new AssistantChatMessage(message.Text),
        };
    }

    private static ToolChatMessage Result(FunctionResultContent result) => new(result.CallId, result.Result?.ToString() ?? "");

    private static ChatToolCall Call(FunctionCallContent call)
    {
        using var arguments = new MemoryStream();
        using (var json = new Utf8JsonWriter(arguments))
        {
            json.WriteStartObject();
            foreach (var (name, value) in call.Arguments ?? new Dictionary<string, object?>())
            {
                json.WriteString(name, value?.ToString());
            }

            json.WriteEndObject();
        }

        return ChatToolCall.CreateFunctionToolCall(call.CallId, call.Name, BinaryData.FromBytes(arguments.ToArray()));
    }
}
