using Microsoft.Extensions.AI;

namespace Parsimony.Context.Tests.Items;

public class ContextDocumentTests
{
    [Fact]
    public void A_document_is_a_user_message_that_knows_what_it_is()
    {
        var document = ContextDocument.Create("text", "id-7");

        Assert.Equal((ChatRole.User, "text", "document"), (document.Role, document.Text, document.AuthorName));
        Assert.Equal("id-7", document.AdditionalProperties![ContextDocument.IdPropertyName]);
        Assert.True(ContextDocument.IsDocument(document));
        Assert.True(ContextDocument.IsDocument(ContextDocument.Create("text")));
    }

    [Fact]
    public void The_authors_name_is_enough_where_properties_are_lost_and_the_mark_where_the_name_is_another()
    {
        Assert.True(ContextDocument.IsDocument(new ChatMessage(ChatRole.User, "text") { AuthorName = "document" }));
        Assert.True(ContextDocument.IsDocument(new ChatMessage(ChatRole.User, "text") { AuthorName = "handbook", AdditionalProperties = new() { ["parsimony.kind"] = "document" } }));
    }

    [Fact]
    public void Other_messages_are_none()
    {
        Assert.False(ContextDocument.IsDocument(new ChatMessage(ChatRole.User, "text")));
        Assert.False(ContextDocument.IsDocument(new ChatMessage(ChatRole.Assistant, "text") { AuthorName = "document" }));
        Assert.False(ContextDocument.IsDocument(new ChatMessage(ChatRole.User, "text") { AuthorName = "document", AdditionalProperties = new() { ["parsimony.kind"] = "turn" } }));
    }
}
