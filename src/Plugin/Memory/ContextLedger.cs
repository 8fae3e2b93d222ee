namespace Parsimony;

/// <summary>
/// Who holds how much context: one record for each agent and session, the newest request's, until it has not been renewed for the
/// retention time. Records are kept in the order of their age, so that each is looked at once when it comes and once when it goes.
/// </summary>
internal sealed class ContextLedger(MemoryOptions options, TimeProvider time) : IContextLedger
{
    /// <summary>Bounds the ledger itself: apps that never end a session must not pay for the account of it.</summary>
    internal const int MaxRecords = 100_000;

    private readonly Lock gate = new();
    private readonly Dictionary<(string? Tenant, string? User, string Agent, string? Session), LinkedListNode<Record>> records = [];
    private readonly LinkedList<Record> byAge = new();
    private readonly Dictionary<string, Total> totals = new(StringComparer.OrdinalIgnoreCase);
    private long tokens;
    private long bytes;

    void IContextLedger.Record(CallScope scope, long bytes, int tokens) => Add(scope, bytes, tokens);

    public long Tokens => Read(() => tokens);

    public long Bytes => Read(() => bytes);

    public void Add(CallScope scope, long newBytes, int newTokens)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var agent = scope.Agent ?? "";
        var key = (scope.Tenant, scope.User, agent.ToUpperInvariant(), scope.Session);
        lock (gate)
        {
            Expire();
            if (records.TryGetValue(key, out var node))
            {
                Remove(node);
            }
            else if (records.Count >= MaxRecords)
            {
                Remove(byAge.First!);
            }

            records[key] = byAge.AddLast(new Record(key, agent, newBytes, newTokens, time.GetTimestamp()));
            Count(agent, newBytes, newTokens, 1);
        }
    }

    /// <summary>What an agent holds, and how long until its oldest session is forgotten.</summary>
    public (long Bytes, TimeSpan UntilLess) Held(string? agent, long limit)
    {
        lock (gate)
        {
            Expire();
            var held = totals.TryGetValue(agent ?? "", out var total) ? total.Bytes : 0;
            return (held, held > limit ? UntilBelow(agent ?? "", held, limit) : TimeSpan.Zero);
        }
    }

    public IReadOnlyList<AgentContext> ByAgent() => Read(() =>
        totals.Select(t => new AgentContext(t.Key.Length == 0 ? null : t.Key, t.Value.Sessions, t.Value.Bytes, t.Value.Tokens))
            .OrderByDescending(a => a.Bytes).ThenBy(a => a.Agent, StringComparer.Ordinal).ToArray());

    private TimeSpan UntilBelow(string agent, long held, long limit)
    {
        foreach (var record in byAge)
        {
            if (string.Equals(record.Agent, agent, StringComparison.OrdinalIgnoreCase) && (held -= record.Bytes) <= limit)
            {
                return options.ContextRetention - time.GetElapsedTime(record.Since);
            }
        }

        return options.ContextRetention;
    }

    private T Read<T>(Func<T> read)
    {
        lock (gate)
        {
            Expire();
            return read();
        }
    }

    private void Expire()
    {
        while (byAge.First is { } oldest && time.GetElapsedTime(oldest.Value.Since) >= options.ContextRetention)
        {
            Remove(oldest);
        }
    }

    private void Remove(LinkedListNode<Record> node)
    {
        var record = node.Value;
        byAge.Remove(node);
        records.Remove(record.Key);
        Count(record.Agent, -record.Bytes, -record.Tokens, -1);
    }

    private void Count(string agent, long moreBytes, int moreTokens, int moreSessions)
    {
        bytes += moreBytes;
        tokens += moreTokens;
        var total = totals.GetValueOrDefault(agent);
        total = new Total(total.Bytes + moreBytes, total.Tokens + moreTokens, total.Sessions + moreSessions);
        if (total.Sessions == 0)
        {
            totals.Remove(agent);
        }
        else
        {
            totals[agent] = total;
        }
    }

    private readonly record struct Total(long Bytes, long Tokens, int Sessions);

    private readonly record struct Record(
        (string? Tenant, string? User, string Agent, string? Session) Key, string Agent, long Bytes, int Tokens, long Since);
}
