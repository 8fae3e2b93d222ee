using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Parsimony.QuickStart.Desk;
using Parsimony.QuickStart.Model;

namespace Parsimony.QuickStart.Columns;

/// <summary>What .NET ships: Microsoft.Extensions.AI's distributed cache, below it its reducer that counts messages.</summary>
internal sealed class ShippedColumn : ChatClientColumn
{
    private readonly int target;

    public ShippedColumn(DeskPrompt prompt, ModelDoor door)
        : base(BuildParts.ShippedTitle, prompt, door)
    {
        // The reducer drops the oldest messages first, and the oldest are the articles: a lower target would cost the handbook
        // before it costs the history. This one keeps every article and every turn; what it leaves out is calls of tools and their results.
        target = prompt.Documents.Count + (2 * SessionPlan.LongestSession) - 1;
        IDistributedCache memory = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
        Client = door.AsBuilder()
            .UseDistributedCache(memory)
            .UseChatReducer(new MessageCountingChatReducer(target))
            .Build();
    }

    public override string Explanation => $"Microsoft.Extensions.AI's distributed cache (in memory) and its message-counting reducer with a target of {target}: every article and turn, no tool results";

    protected override IChatClient Client { get; }
}
