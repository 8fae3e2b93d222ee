namespace Parsimony.Context;

/// <summary>
/// Goes through a history from its beginning and cuts where each request of the time passed the high watermark. What is kept after an
/// item depends on nothing behind it: the same history gives the same prefix on every server and after a restart, and a history that
/// is only appended to keeps its prefix until the next cut. Nothing is remembered between calls.
/// </summary>
/// <remarks>Documents take no part: apps put others in front of each question. Calls without results never stay.</remarks>
internal sealed class PrefixReplay
{
    private readonly FitWork work;
    private readonly IReadOnlyList<ContextItem> items;
    private readonly Watermarks marks;
    private readonly AgentSpecialization? agent;
    private readonly ToolResultShortener results;
    private readonly int[] sizes;
    private readonly bool[] isLimited;
    private readonly List<int> live = [];
    private int held = ChatTokenCounter.ReplyPriming;
    private int question = -1;

    private PrefixReplay(FitWork work, IReadOnlyList<ContextItem> items, Watermarks marks, AgentSpecialization? agent)
    {
        this.work = work;
        this.items = items;
        this.marks = marks;
        this.agent = agent;
        results = new ToolResultShortener(work, TextQuery.None, compactor: null);
        sizes = new int[items.Count];
        isLimited = new bool[items.Count];
        IsKept = new bool[items.Count];
        ResultLimits = new int[items.Count];
    }

    /// <summary>Gets which items stay where they are.</summary>
    public bool[] IsKept { get; }

    /// <summary>Gets the tokens that each result of an item is shortened to; 0 where results stay as they came.</summary>
    public int[] ResultLimits { get; }

    /// <summary>Gets the tokens of the system messages.</summary>
    public int SystemTokens { get; private set; }

    /// <summary>Gets a value indicating whether anything was ever cut.</summary>
    public bool HasCut { get; private set; }

    public static PrefixReplay Run(FitWork work, IReadOnlyList<ContextItem> items, Watermarks marks, AgentSpecialization? agent)
    {
        var replay = new PrefixReplay(work, items, marks, agent);
        for (var i = 0; i < items.Count; i++)
        {
            replay.Append(i);
        }

        return replay;
    }

    private void Append(int index)
    {
        var item = items[index];
        if (item.StandsAlone || item.IsIncomplete)
        {
            return;
        }

        IsKept[index] = true;
        held += sizes[index] = work.TokensOf(item);
        if (item.Kind == ContextItemKind.System)
        {
            SystemTokens += sizes[index];
        }
        else
        {
            live.Add(index);
            question = NewestQuestion.IsUserTurn(item, work.Messages) ? index : question;
        }

        if (held > marks.HighTokens(SystemTokens))
        {
            CutDown(index);
        }
    }

    private void CutDown(int newest)
    {
        HasCut = true;
        var low = marks.LowTokens(SystemTokens);
        Drop(newest, low, static (i, agent) => agent?.ExcludedKinds.Contains(i.Kind) == true && !agent.RequiredKinds.Contains(i.Kind));
        LimitResults(low, newest);
        Drop(newest, low, static (i, agent) => agent?.RequiredKinds.Contains(i.Kind) != true);
        Drop(newest, low, static (_, _) => true);
    }

    // Oldest first. The newest question and the newest item are what the request is about.
    private void Drop(int newest, int low, Func<ContextItem, AgentSpecialization?, bool> isNext)
    {
        if (held <= low)
        {
            return;
        }

        foreach (var index in live)
        {
            if (held > low && index != newest && index != question && isNext(items[index], agent))
            {
                IsKept[index] = false;
                held -= sizes[index];
            }
        }

        live.RemoveAll(i => !IsKept[i]);
    }

    // Once shortened a result stays so, in the same words: its limit depends on the budget, its passages on the question it came for.
    private void LimitResults(int low, int newest)
    {
        if (held <= low)
        {
            return;
        }

        foreach (var index in live)
        {
            var limit = Math.Max(1, marks.ResultTokens(SystemTokens, isNewest: index == newest));
            if (isLimited[index] || items[index].Kind != ContextItemKind.ToolGroup || sizes[index] <= limit)
            {
                continue;
            }

            isLimited[index] = true;
            foreach (var result in results.Find(items[index].MessageIndexes))
            {
                if (result.Tokens > limit)
                {
                    ResultLimits[index] = limit;
                    sizes[index] -= result.Tokens - limit;
                    held -= result.Tokens - limit;
                }
            }
        }
    }
}
