using Microsoft.Extensions.AI;
using Parsimony.Caching;
using Parsimony.QuickStart.Desk;
using Parsimony.QuickStart.Model;

namespace Parsimony.QuickStart.Columns;

/// <summary>One way to get from a customer's message to a reply. The table compares them on the same stream.</summary>
/// <param name="title">The head of the column.</param>
/// <param name="door">The way to the model; each column has its own.</param>
internal abstract class Column(string title, ModelDoor door) : IAsyncDisposable
{
    public string Title { get; } = title;

    public ModelDoor Door { get; } = door;

    /// <summary>Gets what the cache said of its newest answer; <see langword="null"/> where it said nothing since <see cref="BeginTurn"/>.</summary>
    public CacheHitEventArgs? Hit { get; protected set; }

    /// <summary>Gets one line that says what the column does.</summary>
    public abstract string Explanation { get; }

    /// <summary>Gets remarks to print below the table when the run is over.</summary>
    public virtual IEnumerable<string> Remarks => [];

    /// <summary>Clears what the turn before has left.</summary>
    public void BeginTurn(DeskTurn turn)
    {
        Hit = null;
        Door.BeginTurn(turn.Message.Answer);
    }

    /// <summary>Brings a turn into the form that this column's app holds it in. The time for it is not counted.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="history">The conversation before it.</param>
    /// <returns>The call, to be timed: it streams the reply.</returns>
    public abstract Func<CancellationToken, IAsyncEnumerable<string>> Prepare(DeskTurn turn, IReadOnlyList<ChatMessage> history);

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        Door.Dispose();
        return ValueTask.CompletedTask;
    }
}
