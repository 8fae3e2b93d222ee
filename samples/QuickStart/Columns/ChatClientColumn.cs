using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Parsimony.QuickStart.Desk;
using Parsimony.QuickStart.Model;

namespace Parsimony.QuickStart.Columns;

/// <summary>A column whose app talks to an <see cref="IChatClient"/> and sends the whole handbook and the whole history.</summary>
internal abstract class ChatClientColumn(string title, DeskPrompt prompt, ModelDoor door) : Column(title, door)
{
    protected DeskPrompt Prompt { get; } = prompt;

    /// <summary>Gets the client that the app talks to.</summary>
    protected abstract IChatClient Client { get; }

    public override Func<CancellationToken, IAsyncEnumerable<string>> Prepare(DeskTurn turn, IReadOnlyList<ChatMessage> history) =>
        cancellationToken => SendAsync(turn, history, cancellationToken);

    /// <summary>Puts the request together.</summary>
    protected virtual List<ChatMessage> Compose(DeskTurn turn, IReadOnlyList<ChatMessage> history) =>
        Prompt.Request(Prompt.Documents, history, turn.Message.Text);

    private async IAsyncEnumerable<string> SendAsync(DeskTurn turn, IReadOnlyList<ChatMessage> history, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var scope = CallScope.Begin(DeskScope.Of(turn));
        await foreach (var update in Client.GetStreamingResponseAsync(Compose(turn, history), options: null, cancellationToken))
        {
            yield return update.Text;
        }
    }
}
