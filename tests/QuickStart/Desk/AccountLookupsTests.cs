using System.Text.Json;
using Microsoft.Extensions.AI;
using Parsimony.QuickStart.Desk;

namespace Parsimony.QuickStart.Tests.Desk;

public class AccountLookupsTests
{
    private static readonly IReadOnlyList<ChatMessage> Lookups = [.. Enumerable.Range(0, 100).SelectMany(session => AccountLookups.At(session, session % 6))];

    [Fact]
    public void A_call_is_followed_by_its_result_which_is_json()
    {
        Assert.NotEmpty(Lookups);
        Assert.All(Lookups.Chunk(2), group =>
        {
            var call = Assert.IsType<FunctionCallContent>(Assert.Single(group[0].Contents));
            var result = Assert.IsType<FunctionResultContent>(Assert.Single(group[1].Contents));
            Assert.Equal(call.CallId, result.CallId);
            using var json = JsonDocument.Parse((string)result.Result!);
            Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
        });
    }

    [Fact]
    public void The_same_place_is_looked_up_alike()
    {
        Assert.Equal(
            AccountLookups.At(4, 2).SelectMany(message => message.Contents).OfType<FunctionResultContent>().Select(result => result.Result),
            AccountLookups.At(4, 2).SelectMany(message => message.Contents).OfType<FunctionResultContent>().Select(result => result.Result));
    }

    [Fact]
    public void Nothing_in_a_lookup_names_an_article_or_reads_like_one()
    {
        Assert.All(Lookups.Where(message => message.Role == ChatRole.Tool), message =>
        {
            var text = (string)message.Contents.OfType<FunctionResultContent>().Single().Result!;
            Assert.Null(HandbookArticle.FromPrompt(text));
            Assert.DoesNotContain(DeskFixture.Articles, article => text.Contains(article.Id, StringComparison.Ordinal) || text.Contains(article.Title, StringComparison.Ordinal));
        });
    }
}
