using System.Text.Json;
using Microsoft.Extensions.AI;
using Parsimony.Testing;

namespace Parsimony.Context.Tests.Budget;

public class AgentTrajectoryTests
{
    private const string File = "context/agent-trajectories.jsonl";

    [SharedDataFact(File)]
    public void Real_agent_runs_replayed_call_by_call_lose_no_system_message_break_no_tool_call_and_exceed_no_budget() => Replay(Fitters.Default);

    [SharedDataFact(File)]
    public void Nor_do_they_where_requests_begin_alike() => Replay(new ContextFitter(new() { Mode = ContextMode.StablePrefix }));

    private static void Replay(ContextFitter fitter)
    {
        var (calls, cut, refused) = (0, 0, 0);
        foreach (var line in global::System.IO.File.ReadLines(SharedData.Find(File)!))
        {
            var messages = Read(line);
            foreach (var share in (int[])[25, 50])
            {
                var budget = Fitters.Count(messages) * share / 100;
                for (var end = 1; end < messages.Count; end++)
                {
                    if (messages[end].Role == ChatRole.Assistant)
                    {
                        calls++;
                        var result = Check(fitter, messages[..end], budget);
                        cut += result == true ? 1 : 0;
                        refused += result is null ? 1 : 0;
                    }
                }
            }
        }

        Assert.Equal((4_908, true, true), (calls, cut > 1_000, refused < calls / 2));
    }

    // True: fitted by cutting; false: fitted as it was; null: what must stay is larger than the budget.
    private static bool? Check(ContextFitter fitter, List<ChatMessage> request, int budget)
    {
        try
        {
            var fit = fitter.Fit(request, budget);
            Assert.True(Fitters.Count(fit.Messages) <= budget);
            Assert.Equal(0, Orphans.Count(fit.Messages));
            Assert.Contains(request[0], fit.Messages);
            Assert.Contains(request.Last(m => m.Role == ChatRole.User), fit.Messages);
            return fit.Messages != request;
        }
        catch (ContextBudgetException)
        {
            var newest = request.FindLastIndex(m => m.Role == ChatRole.User);
            Assert.True(Fitters.Count([request[0], request[newest], .. request.Skip(newest + 1).TakeLast(2).Select(WithoutResult)]) > budget);
            return null;
        }
    }

    private static ChatMessage WithoutResult(ChatMessage message) =>
        message.Role == ChatRole.Tool ? Messages.Result("a", "[...]") : message;

    internal static List<ChatMessage> Read(string line)
    {
        var messages = new List<ChatMessage>();
        using var document = JsonDocument.Parse(line);
        foreach (var message in document.RootElement.GetProperty("messages").EnumerateArray())
        {
            var content = message.GetProperty("content").GetString() ?? "";
            var role = new ChatRole(message.GetProperty("role").GetString()!);
            if (role == ChatRole.Tool)
            {
                messages.Add(Messages.Result(message.GetProperty("tool_call_id").GetString()!, content));
                continue;
            }

            messages.Add(new ChatMessage(role, content));
            if (message.TryGetProperty("tool_calls", out var toolCalls))
            {
                messages[^1].Contents = [.. toolCalls.EnumerateArray().Select(Call)];
            }
        }

        return messages;
    }

    private static FunctionCallContent Call(JsonElement call)
    {
        var function = call.GetProperty("function");
        var arguments = JsonSerializer.Deserialize<Dictionary<string, object?>>(function.GetProperty("arguments").GetString()!);
        return new FunctionCallContent(call.GetProperty("id").GetString()!, function.GetProperty("name").GetString()!, arguments);
    }
}
