namespace Parsimony;

/// <summary>Keeps account of the context each agent holds, so that memory can be shared out fairly.</summary>
public interface IContextLedger
{
    /// <summary>Records the context of an agent's newest request; it replaces what was recorded for that agent and session before.</summary>
    /// <param name="scope">Whose context it is.</param>
    /// <param name="bytes">Its size in bytes of UTF-16 text as held in memory.</param>
    /// <param name="tokens">Its size in tokens.</param>
    void Record(CallScope scope, long bytes, int tokens);
}
