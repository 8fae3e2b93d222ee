using Microsoft.Extensions.AI;

namespace Parsimony.Abstractions.Tests;

public class HandledRequestsTests
{
    private static readonly ChatMessage[] Question = [new(ChatRole.System, "be brief"), new(ChatRole.User, "why is the sky blue?")];

    [Fact]
    public void The_same_request_is_handled_once_at_each_stage()
    {
        var hash = RequestHash.Of(Question);
        using (HandledRequests.Enter(HandlingStage.Cache, hash))
        {
            Assert.True(HandledRequests.IsHandled(HandlingStage.Cache, hash));
            Assert.False(HandledRequests.IsHandled(HandlingStage.Budget, hash));
        }

        Assert.False(HandledRequests.IsHandled(HandlingStage.Cache, hash));
    }

    [Fact]
    public void A_prompt_nested_in_another_is_a_request_of_its_own_and_the_outer_one_stays_known()
    {
        var outer = RequestHash.Of(Question);
        var nested = RequestHash.Of([new(ChatRole.User, "translate 'sky'")]);
        using (HandledRequests.Enter(HandlingStage.Cache, outer))
        {
            Assert.False(HandledRequests.IsHandled(HandlingStage.Cache, nested));
            using (HandledRequests.Enter(HandlingStage.Cache, nested))
            {
                Assert.True(HandledRequests.IsHandled(HandlingStage.Cache, outer));
            }
        }
    }

    [Fact]
    public async Task What_is_handled_flows_down_and_not_up()
    {
        var hash = RequestHash.Of(Question);
        await Down();
        Assert.False(HandledRequests.IsHandled(HandlingStage.Cache, hash));

        async Task Down()
        {
            _ = HandledRequests.Enter(HandlingStage.Cache, hash);
            await Task.Yield();
            Assert.True(await Task.Run(() => HandledRequests.IsHandled(HandlingStage.Cache, hash)));
        }
    }
}
