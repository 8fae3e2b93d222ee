using System.Diagnostics;
using System.Text;
using Parsimony.QuickStart.Columns;
using Parsimony.QuickStart.Desk;
using Parsimony.QuickStart.Model;

namespace Parsimony.QuickStart.Run;

/// <summary>Sends a stream through a column, one turn after the other, and keeps account. It alone knows the expected answers.</summary>
internal sealed class ColumnRun(IReadOnlyList<DeskTurn> turns, Progress progress)
{
    // An endpoint that does not answer is not asked two hundred times, with the SDK's retries each.
    private const int MostFailuresInARow = 5;

    /// <summary>Runs the stream; a column whose model fails turn after turn ends early, and its errors say so.</summary>
    public async Task<ColumnResult> RunAsync(Column column, CancellationToken cancellationToken)
    {
        var history = new DeskHistory();
        var records = new List<TurnRecord>(turns.Count);
        var (started, failures) = (Stopwatch.GetTimestamp(), 0);
        foreach (var turn in turns)
        {
            history.BeginTurn(turn);
            var reply = new StringBuilder();
            records.Add(await ServeAsync(column, turn, history, reply, cancellationToken));
            history.EndTurn(turn, reply.ToString());
            progress.Report(column.Title, records.Count, turns.Count);
            failures = records[^1].Error is null ? 0 : failures + 1;
            if (failures == MostFailuresInARow)
            {
                records[^1] = records[^1] with { Error = $"{records[^1].Error} - {failures} in a row, the column ends here" };
                break;
            }
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        progress.Done(column.Title, records.Count, elapsed);
        return new(column.Title, column.Explanation, records, column.Door.Exceeded, [.. column.Remarks], elapsed);
    }

    private static async Task<TurnRecord> ServeAsync(Column column, DeskTurn turn, DeskHistory history, StringBuilder reply, CancellationToken cancellationToken)
    {
        column.BeginTurn(turn);
        var call = column.Prepare(turn, history.Messages);
        var started = Stopwatch.GetTimestamp();
        string? error = null;
        try
        {
            await foreach (var piece in call(cancellationToken))
            {
                reply.Append(piece);
            }
        }
#pragma warning disable CA1031 // A turn that fails is named in the report; the run goes on.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            error = $"turn {turn.Number + 1}: {e.GetType().Name}: {e.Message}";
        }

        return Judge(column, turn, reply.ToString(), Stopwatch.GetElapsedTime(started), error);
    }

    private static TurnRecord Judge(Column column, DeskTurn turn, string reply, TimeSpan elapsed, string? error)
    {
        var door = column.Door.Turn;
        var expected = turn.Message.Answer;
        var hit = error is not null || door.Calls > 0 ? HitKind.None : column.Hit?.SameAnswer == true ? HitKind.SameAnswer : HitKind.Exact;
        return new()
        {
            Hit = hit,
            Tier = hit == HitKind.None ? null : column.Hit?.Tier,
            Correct = error is null && HandbookAnswer.CitedId(reply) == expected,
            WrongFromCache = hit != HitKind.None && column.Door.MadeFor(reply) != expected,
            ModelCalls = door.Calls,
            PromptTokens = door.PromptTokens,
            ReplyTokens = door.ReplyTokens,
            Added = elapsed - door.ModelTime,
            ModelTime = door.ModelTime,
            Error = error,
        };
    }
}
