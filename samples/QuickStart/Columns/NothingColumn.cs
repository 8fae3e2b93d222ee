using Microsoft.Extensions.AI;
using Parsimony.QuickStart.Desk;
using Parsimony.QuickStart.Model;

namespace Parsimony.QuickStart.Columns;

/// <summary>Every message goes to the model with everything: the measure of what the model can answer at all.</summary>
internal sealed class NothingColumn(DeskPrompt prompt, ModelDoor door) : ChatClientColumn("nothing", prompt, door)
{
    public override string Explanation => "the whole handbook and the whole history with each message, no cache";

    protected override IChatClient Client => Door;
}
