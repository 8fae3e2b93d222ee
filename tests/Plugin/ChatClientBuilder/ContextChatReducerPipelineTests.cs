using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Parsimony.Context;

namespace Parsimony.Tests.ChatClients;

public class ContextChatReducerPipelineTests
{
    [Fact]
    public async Task A_pipeline_with_the_reducer_sends_what_fits()
    {
        var model = new FakeModel();
        await using var provider = new TestServices().Build(o => o.Context.MaxContextTokens = 120);
        var client = model.AsBuilder().UseChatReducer(new ContextChatReducer(provider.GetRequiredService<ContextFitter>())).Build();
        List<ChatMessage> messages =
        [
            new(ChatRole.System, "Rules."), .. Enumerable.Range(0, 40).Select(i => new ChatMessage(ChatRole.Assistant, $"Remark {i} of many")), new(ChatRole.User, "Well?"),
        ];

        await client.GetResponseAsync(messages);

        Assert.InRange(model.Sent.Count, 3, 20);
        Assert.Equal(["Rules.", "Well?"], [model.Sent[0].Text, model.Sent[^1].Text]);
        Assert.Equal(42, messages.Count);
    }
}
