using Microsoft.Extensions.AI;

namespace Parsimony.Context.Tests;

public class ReportedUsageTests
{
    [Fact]
    public void A_reply_in_which_a_client_below_ran_tools_tells_nothing_of_one_request()
    {
        var response = new ChatResponse([new(ChatRole.Tool, [new FunctionResultContent("1", "sunny")]), new(ChatRole.Assistant, "It is sunny.")])
        {
            Usage = new UsageDetails { InputTokenCount = 300 },
        };
        Assert.Null(ReportedUsage.Of(response));
        response.Messages.RemoveAt(0);
        Assert.Equal(300, ReportedUsage.Of(response)!.InputTokenCount);
    }

    [Fact]
    public void A_stream_that_reports_different_usages_tells_nothing_and_one_that_repeats_itself_does()
    {
        var usage = new ReportedUsage();
        Assert.Null(usage.Single);
        usage.Add(Update(300));
        usage.Add(Update(300));
        Assert.Equal(300, usage.Single!.InputTokenCount);
        usage.Add(Update(400));
        Assert.Null(usage.Single);
    }

    private static ChatResponseUpdate Update(long tokens) => new(ChatRole.Assistant, [new UsageContent(new UsageDetails { InputTokenCount = tokens })]);
}
