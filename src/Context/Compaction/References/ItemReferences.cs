namespace Parsimony.Context;

/// <summary>Has items refer to results that are seen again further on, as long as those are whole.</summary>
internal sealed class ItemReferences
{
    private readonly FitWork work;
    private readonly List<SeenResult> seen;
    private readonly List<SeenResult> running;
    private readonly Dictionary<CompactableText, CompactableItem> owners;
    private readonly List<(CompactableItem Item, CompactableText Place)> said = [];

    public ItemReferences(FitWork work, IReadOnlyCollection<CompactableItem> items, IReadOnlyList<ContextItem> running, SegmentMemory memory)
    {
        this.work = work;
        owners = items.SelectMany(static i => i.Places.Select(p => (Place: p, Item: i))).ToDictionary(static p => p.Place, static p => p.Item);
        seen = SeenResults.Find(work, items.Select(static i => i.Item), memory).FindAll(s => owners.ContainsKey(s.Place));
        this.running = SeenResults.Find(work, running, memory);
    }

    /// <summary>Refers to results of the running turn, which stays.</summary>
    public void ToRunning() => Refer(seen, running.FindAll(t => !work.IsExchanged(t.Place.MessageIndex)), canUndo: false);

    /// <summary>Refers from items to others among them.</summary>
    /// <param name="isThere">Says of an item whether it stays. All may be said to stay where <see cref="Undo"/> is called if not.</param>
    public void Among(Func<CompactableItem, bool> isThere)
    {
        var open = seen.FindAll(s => isThere(owners[s.Place]) && !owners[s.Place].IsReferring(s.Place));
        Refer(open, open.FindAll(s => !owners[s.Place].IsCut), canUndo: true);
    }

    /// <summary>Takes back what was said by <see cref="Among"/>.</summary>
    public void Undo()
    {
        foreach (var (item, place) in said)
        {
            item.Unrefer(place);
        }

        said.Clear();
    }

    private void Refer(List<SeenResult> from, List<SeenResult> targets, bool canUndo)
    {
        if (from.Count == 0 || targets.Count == 0)
        {
            return;
        }

        foreach (var (result, _, text) in ResultReferences.Find(from, targets, tellsDifferences: true))
        {
            if (owners[result.Place].TryRefer(result.Place, text) && canUndo)
            {
                said.Add((owners[result.Place], result.Place));
            }
        }
    }
}
