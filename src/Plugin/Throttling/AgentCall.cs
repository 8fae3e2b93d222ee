namespace Parsimony;

/// <summary>A call of an agent further out in the asynchronous flow: calls of the same agent inside it need no turn of their own.</summary>
internal sealed class AgentCall
{
    private static readonly AsyncLocal<AgentCall?> Current = new();

    private readonly object owner;
    private readonly AgentCall? around;
    private AgentTurn? turn;
    private volatile bool ended;

    private AgentCall(object owner, AgentCall? around)
    {
        this.owner = owner;
        this.around = around;
    }

    private bool IsOver => ended || Volatile.Read(ref turn) is { IsReleased: true };

    public static bool IsInside(object owner, string? agent)
    {
        for (var call = Current.Value; call is not null; call = call.around)
        {
            if (agent is not null && call.owner == owner && Volatile.Read(ref call.turn) is { IsReleased: false } turn
                && string.Equals(turn.Agent, agent, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Notes a call in the ambient context. Calls that are over are left out: a loop that calls and calls must not make the chain grow.</summary>
    public static AgentCall Begin(object owner)
    {
        var around = Current.Value;
        while (around is { IsOver: true })
        {
            around = around.around;
        }

        var call = new AgentCall(owner, around);
        Current.Value = call;
        return call;
    }

    public void Holds(AgentTurn taken) => Volatile.Write(ref turn, taken);

    public void End() => ended = true;
}
