using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>Writes a request without the text of its question: what the answer depends on besides the question.</summary>
internal sealed class RequestKey(string? templateVersion, IReadOnlySet<string> volatileProperties)
{
    // A change of what is hashed changes this number, so that old entries are not found under new keys.
    private const long Format = 2;

    public void Write(KeyWriter writer, in Turn turn, ChatOptions? options, CallScope scope, RequestShape shape)
    {
        writer.Number(KeyField.Format, Format);
        writer.Number(KeyField.Shape, (long)shape.History);
        writer.Optional(KeyField.Template, templateVersion);
        writer.Optional(KeyField.Tenant, scope.Tenant);
        writer.Optional(KeyField.User, scope.User);
        writer.Optional(KeyField.AgentGroup, shape.AgentGroup);
        if (shape.AgentGroup is null)
        {
            // Budgets and routes act by the agent's name: equal requests of two agents may reach the model differently.
            writer.Optional(KeyField.Agent, scope.Agent);
        }

        writer.Optional(KeyField.Model, options?.ModelId ?? scope.Model);
        OptionsKey.Write(writer, options, shape.AgentGroup is null, volatileProperties);
        var calls = new CallIds();
        for (var i = 0; i < turn.Messages.Count; i++)
        {
            var message = turn.Messages[i];
            if (Counts(message, i, turn, shape))
            {
                WriteMessage(writer, message, isQuestion: i == turn.Question, ref calls);
            }
        }
    }

    private static bool Counts(ChatMessage message, int index, in Turn turn, RequestShape shape)
    {
        if (Turn.IsSystem(message))
        {
            return shape.AgentGroup is null;
        }

        return index >= turn.Question || Turn.IsDocument(message) || shape.History switch
        {
            HistoryScope.All => !shape.Opening,
            HistoryScope.Last => turn.Previous >= 0 && index >= turn.Previous,
            _ => false,
        };
    }

    private void WriteMessage(KeyWriter writer, ChatMessage message, bool isQuestion, ref CallIds calls)
    {
        writer.Text(KeyField.Message, message.Role.Value);
        writer.Optional(KeyField.Author, message.AuthorName);
        if (Turn.IsDocument(message))
        {
            writer.Mark(KeyField.Document);
        }

        // What a service says about its own answers (ids, times, usage) is no input of the next call.
        if (message.Role != ChatRole.Assistant)
        {
            PropertyKey.Write(writer, message.AdditionalProperties, volatileProperties);
        }

        var contents = message.Contents;
        if (contents.Count == 0 && message.RawRepresentation is not null)
        {
            writer.Unreadable();
        }

        for (var i = 0; i < contents.Count; i++)
        {
            if (isQuestion && contents[i] is TextContent text)
            {
                // The question's text is hashed on its own; here only its place among pictures and files counts.
                writer.Mark(KeyField.Question);
                PropertyKey.Write(writer, text.AdditionalProperties, volatileProperties);
            }
            else
            {
                ContentKey.Write(writer, contents[i], ref calls, volatileProperties);
            }
        }
    }
}
