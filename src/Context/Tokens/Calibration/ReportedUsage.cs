using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>
/// The usage that a reply reports, where it is that of one request: a client below that runs tools itself reports several as one reply.
/// </summary>
internal sealed class ReportedUsage
{
    private UsageDetails? usage;
    private bool isOfSeveral;

    /// <summary>Gets the usage of a streamed reply; <see langword="null"/> where there is none, or it is of more than one request.</summary>
    public UsageDetails? Single => isOfSeveral ? null : usage;

    /// <summary>Gets the usage of a whole reply; <see langword="null"/> where there is none, or it is of more than one request.</summary>
    public static UsageDetails? Of(ChatResponse response)
    {
        var hasResults = response.Messages.Any(static m => m.Contents.Any(static c => c is FunctionResultContent));
        return hasResults ? null : response.Usage;
    }

    /// <summary>Takes in an update of a streamed reply.</summary>
    public void Add(ChatResponseUpdate update)
    {
        var contents = update.Contents;
        for (var i = 0; i < contents.Count; i++)
        {
            if (contents[i] is UsageContent reported)
            {
                // Some services repeat what they said; others report each of several requests.
                isOfSeveral |= usage is not null && usage.InputTokenCount != reported.Details.InputTokenCount;
                usage = reported.Details;
            }

            isOfSeveral |= contents[i] is FunctionResultContent;
        }
    }
}
