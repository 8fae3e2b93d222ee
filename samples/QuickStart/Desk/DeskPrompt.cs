using Microsoft.Extensions.AI;
using Parsimony.Context;

namespace Parsimony.QuickStart.Desk;

/// <summary>The desk's rules and its handbook, as each request carries them.</summary>
internal sealed class DeskPrompt(IReadOnlyList<HandbookArticle> articles)
{
    private const string Rules =
        """
        You answer customers of Larkspur, a bank for cards. Rules of the desk:
        - Answer from the handbook articles in this conversation only. If none of them answers the message, say that you do not know.
        - Begin your answer with the id of the article you used, in square brackets, exactly as the article gives it.
        - Answer in two or three sentences. Do not speak of the customer's account.
        """;

    public ChatMessage System { get; } = new(ChatRole.System, Rules);

    /// <summary>Gets the handbook's articles as documents: things that a request can do without one by one.</summary>
    public IReadOnlyList<ChatMessage> Documents { get; } = [.. articles.Select(article => ContextDocument.Create(article.ToPrompt(), article.Id))];

    /// <summary>Puts a request together: rules, documents, history, the customer's message.</summary>
    public List<ChatMessage> Request(IEnumerable<ChatMessage> documents, IEnumerable<ChatMessage> history, string customer) =>
        [System, .. documents, .. history, new(ChatRole.User, customer)];
}
