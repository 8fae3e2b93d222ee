using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Parsimony.Caching;
using Parsimony.QuickStart.Desk;
using Parsimony.QuickStart.Model;

namespace Parsimony.QuickStart.Columns;

/// <summary>Parsimony through <see cref="IChatClient"/>.</summary>
internal sealed class ParsimonyClientColumn : ChatClientColumn
{
    private readonly ServiceProvider services;
    private readonly ParsimonySettings settings;

    public ParsimonyClientColumn(DeskPrompt prompt, ModelDoor door, ParsimonySettings settings)
        : base("Parsimony", prompt, door)
    {
        this.settings = settings;
        services = new ServiceCollection().AddLogging().AddParsimony(settings.Apply).BuildServiceProvider();
        services.GetRequiredService<ResponseCache>().Hit += (_, hit) => Hit = hit;
        Client = door.WithContextBudget(services).WithParsimony(services);
    }

    public override string Explanation => $"through IChatClient: {settings.Explanation}";

    public override IEnumerable<string> Remarks => CacheRemarks.Of(services.GetRequiredService<ResponseCache>().Statistics);

    protected override IChatClient Client { get; }

    public override async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await base.DisposeAsync();
    }
}
