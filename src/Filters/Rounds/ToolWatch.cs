using Microsoft.Extensions.AI;

namespace Parsimony.SemanticKernel;

/// <summary>
/// Which tools ran while a service worked on a request. Some services (text generation) run their tool loop out of sight; the
/// auto-function filter tells the watch of the innermost request, and its answer is then known for what it is.
/// </summary>
internal sealed class ToolWatch(CallScope? scope = null)
{
    private static readonly AsyncLocal<ToolWatch?> Ambient = new();
    private readonly Lock gate = new();
    private readonly List<(FunctionCallContent Call, FunctionResultContent Result)> runs = [];

    public static ToolWatch? Current => Ambient.Value;

    /// <summary>Gets or sets who the request is made for, and of which model.</summary>
    public CallScope? Scope { get; set; } = scope;

    /// <summary>Makes this watch the innermost one of the asynchronous flow; streaming code enters again before every <c>MoveNextAsync</c>.</summary>
    public Restore Enter()
    {
        var outer = Ambient.Value;
        Ambient.Value = this;
        return new Restore(outer);
    }

    public void Record(FunctionCallContent call, object? result)
    {
        lock (gate)
        {
            runs.Add((call, new FunctionResultContent(call.CallId, result)));
        }
    }

    /// <summary>Puts the tools that ran in front of an answer that shows none of them.</summary>
    public List<ChatMessage> AddUnseen(List<ChatMessage> messages)
    {
        lock (gate)
        {
            if (runs.Count > 0 && !messages.Any(static m => m.Contents.Any(static c => c is FunctionResultContent)))
            {
                messages.Insert(0, new ChatMessage(ChatRole.Tool, [.. runs.Select(static r => r.Result)]));
                messages.Insert(0, new ChatMessage(ChatRole.Assistant, [.. runs.Select(static r => r.Call)]));
            }

            return messages;
        }
    }

    internal readonly struct Restore(ToolWatch? outer) : IDisposable
    {
        public void Dispose() => Ambient.Value = outer;
    }
}
