using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;

namespace Parsimony.Context.Tests;

/// <summary>Generates requests: turns, tool calls (parallel, with results in one message or several, repeated ids, lost results), documents, memory notes, oversize texts, odd characters, texts of the kinds that compaction knows, repeated results.</summary>
internal static class RandomRequests
{
    private static readonly string[] Words =
        ["card", "refund", "Oslo", "the", "how", "blocked", "1,250.00", "日本語の文", "Straße", "e\u0301t\u00e9", "🧑‍🚀", "\ud83d", "{\"a\":1}", "line\nline", "....", "АБВ"];

    private static readonly AITool[] Tools = [.. Enumerable.Range(0, 9).Select(i => AIFunctionFactory.Create((int a, string b) => b + a, "tool_" + i))];

    public static Gen<RandomRequest> Any =>
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select Make(new Random(seed));

    private static RandomRequest Make(Random random)
    {
        var messages = new List<ChatMessage>();
        for (var n = random.Next(0, 25); n > 0; n--)
        {
            Add(messages, random);
        }

        for (var i = 0; i < messages.Count; i++)
        {
            messages[i].MessageId = $"m{i}";
        }

        var options = random.Next(3) == 0 ? new ChatOptions { Tools = [Tools[random.Next(Tools.Length)]] } : null;
        var total = Fitters.Counter.CountRequest(messages, options);
        var budget = new ContextBudgetOptions { MaxContextTokens = random.Next(1, total + 10), Agents = { ["clerk"] = Agent(random) } };
        budget.ToolResultMaxTokens = random.Next(4) == 0 ? random.Next(1, 200) : null;
        return new RandomRequest(messages, options, budget, new CallScope { Agent = random.Next(2) == 0 ? "clerk" : null });
    }

    private static AgentSpecialization Agent(Random random) => new()
    {
        Keywords = ["refunds", "card blocking"],
        RequiredKinds = random.Next(3) == 0 ? [(ContextItemKind)random.Next(5)] : [],
        ExcludedKinds = random.Next(3) == 0 ? [(ContextItemKind)random.Next(5)] : [],
    };

    private static void Add(List<ChatMessage> messages, Random random)
    {
        switch (random.Next(10))
        {
            case 0:
                messages.Add(new ChatMessage(random.Next(2) == 0 ? ChatRole.System : new ChatRole("developer"), Text(random, 15)));
                break;
            case 1 or 2:
                var text = random.Next(8) == 0 ? Shaped(random) : Text(random, random.Next(40) == 0 ? 1500 : 60);
                messages.Add(random.Next(4) == 0 ? ContextMemory.Create(text) : ContextDocument.Create(text, $"d{messages.Count}"));
                break;
            case 3 or 4:
                messages.Add(new ChatMessage(ChatRole.User, Text(random, 30)));
                break;
            case 5:
                messages.Add(new ChatMessage(ChatRole.Assistant, [new TextReasoningContent(Text(random, 20)), new TextContent(Text(random, 40))]));
                break;
            case 6:
                messages.Add(new ChatMessage(ChatRole.Assistant, Text(random, 40)) { AuthorName = "helper" });
                break;
            default:
                AddCalls(messages, random);
                break;
        }
    }

    private static void AddCalls(List<ChatMessage> messages, Random random)
    {
        var ids = Enumerable.Range(0, random.Next(1, 4)).Select(i => $"call{(random.Next(3) == 0 ? i : (messages.Count * 10) + i)}").ToList();
        messages.Add(new ChatMessage(ChatRole.Assistant, [.. ids.Select(id => new FunctionCallContent(id, "find", new Dictionary<string, object?> { ["q"] = Text(random, 5) }))]));
        if (random.Next(12) == 0)
        {
            ids.RemoveAt(0);
        }

        var repeated = random.Next(4) == 0 ? messages.SelectMany(m => m.Contents).OfType<FunctionResultContent>().LastOrDefault()?.Result : null;
        var results = ids.ConvertAll(id => (AIContent)new FunctionResultContent(id, repeated ?? Result(random)));
        if (random.Next(2) == 0 && results.Count > 0)
        {
            messages.Add(new ChatMessage(ChatRole.Tool, results));
            return;
        }

        messages.AddRange(results.Select(r => new ChatMessage(ChatRole.Tool, [r])));
    }

    private static string Result(Random random) =>
        random.Next(5) == 0 ? Shaped(random) : Text(random, random.Next(40) == 0 ? 2000 : 40);

    // What compaction knows: arrays, logs, base64, JSON in JSON, documents, broken JSON.
    private static string Shaped(Random random) => random.Next(7) switch
    {
        0 => Texts.Json(Size(random, 60)),
        1 => Texts.Log(Size(random, 60)),
        2 => $"{Text(random, 20)} {Texts.Base64(Size(random, 2000), random.Next())} {Text(random, 20)}",
        3 => System.Text.Json.JsonSerializer.Serialize(new { output = Texts.Log(Size(random, 60)), rows = Enumerable.Range(0, Size(random, 100)) }),
        4 => Texts.Document(Size(random, 40)),
        5 => Texts.Json(20)[random.Next(5)..],
        _ => string.Concat(Enumerable.Range(0, Size(random, 60)).Select(i => $"{{\"event\": {i}, \"text\":   \"a  b\"}}\n")),
    };

    // From 1 on, more often small than large: small requests reach the same branches in less time.
    private static int Size(Random random, int most) => random.Next(1, random.Next(2, most + 1));

    private static string Text(Random random, int words)
    {
        var text = new StringBuilder();
        for (var n = random.Next(0, words + 1); n > 0; n--)
        {
            text.Append(Words[random.Next(Words.Length)]).Append(random.Next(12) == 0 ? ".\n\n" : " ");
        }

        return text.ToString();
    }
}
