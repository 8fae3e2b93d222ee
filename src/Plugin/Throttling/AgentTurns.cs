namespace Parsimony;

/// <summary>
/// Who is in flight and who waits, for every agent. One lock guards it all: a turn is given, taken back or abandoned under it, so that
/// none is lost between a timeout, a cancellation and a release.
/// </summary>
/// <param name="limitOf">The calls an agent may have in flight now; at least 1, or waiting calls would have nobody to wake them. Never asked under the lock.</param>
internal sealed class AgentTurns(Func<string, int> limitOf)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue> queues = new(StringComparer.OrdinalIgnoreCase);

    public (int InFlight, int Waiting) Totals
    {
        get
        {
            lock (gate)
            {
                return (queues.Values.Sum(q => q.InFlight), queues.Values.Sum(q => q.Waiting.Count));
            }
        }
    }

    public int InFlight(string agent)
    {
        lock (gate)
        {
            return queues.TryGetValue(agent, out var queue) ? queue.InFlight : 0;
        }
    }

    /// <summary>Takes a turn if there is one and nobody waits for it; otherwise waits in the queue, if the caller wants to.</summary>
    /// <returns>A turn that is taken (a completed task), one to wait for, or <see langword="null"/>.</returns>
    public AgentTurn? Take(string agent, bool wait)
    {
        var limit = limitOf(agent);
        lock (gate)
        {
            if (!queues.TryGetValue(agent, out var queue))
            {
                queues[agent] = queue = new Queue();
            }

            if (queue.Waiting.Count == 0 && queue.InFlight < limit)
            {
                queue.InFlight++;
                return new AgentTurn(this, agent, taken: true);
            }

            if (!wait)
            {
                return null;
            }

            var turn = new AgentTurn(this, agent, taken: false);
            turn.Place = queue.Waiting.AddLast(turn);
            GiveTurns(queue, limit);
            return turn;
        }
    }

    /// <summary>Leaves the queue.</summary>
    /// <returns>False if the turn had been given already.</returns>
    public bool Abandon(AgentTurn turn)
    {
        lock (gate)
        {
            if (turn.Place is not { } place)
            {
                return false;
            }

            turn.Place = null;
            queues[turn.Agent].Waiting.Remove(place);
            return true;
        }
    }

    public void Release(AgentTurn turn)
    {
        var limit = limitOf(turn.Agent);
        lock (gate)
        {
            var queue = queues[turn.Agent];
            queue.InFlight--;
            GiveTurns(queue, limit);
            if (queue.InFlight == 0)
            {
                queues.Remove(turn.Agent);
            }
        }
    }

    private static void GiveTurns(Queue queue, int limit)
    {
        while (queue.InFlight < limit && queue.Waiting.First is { } next)
        {
            queue.Waiting.Remove(next);
            queue.InFlight++;
            next.Value.Place = null;
            next.Value.Give();
        }
    }

    private sealed class Queue
    {
        public int InFlight { get; set; }

        public LinkedList<AgentTurn> Waiting { get; } = new();
    }
}
