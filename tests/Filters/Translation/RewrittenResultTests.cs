using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Ai = Microsoft.Extensions.AI;

namespace Parsimony.SemanticKernel.Tests.Translation;

public class RewrittenResultTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_result_that_is_written_anew_stands_beside_its_text_only_where_it_did_before(bool besideText)
    {
        var original = new ChatMessageContent { Role = AuthorRole.Tool, Items = [new FunctionResultContent("look_up", null, "a", "long text")] };
        if (besideText)
        {
            original.Items.Insert(0, new TextContent("long text"));
        }

        var written = MessageTranslation.ToChatMessageContent(
            new Ai.ChatMessage(Ai.ChatRole.Tool, [new Ai.FunctionResultContent("a", "text")]), [], kernel: null, original);

        Assert.Equal(besideText ? ["text"] : [], written.Items.OfType<TextContent>().Select(t => t.Text));
        Assert.Equal("text", Assert.Single(written.Items.OfType<FunctionResultContent>()).Result);
    }
}
