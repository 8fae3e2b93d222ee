using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;
using Parsimony.Context;

namespace Parsimony.Benchmarks.Tokens;

/// <summary>A history of 100 messages of 2 KB, counted again after one new message of 2 KB.</summary>
[MemoryDiagnoser]
public class TokenRecountBenchmarks
{
    private const int Length = 2_000;
    private const int NewTexts = 256;

    private readonly ChatTokenCounter counter = new(TokenCounter.O200kBase, "gpt-4o");
    private readonly List<ChatMessage> history = [];
    private readonly string[] texts = new string[NewTexts];
    private int next;

    [GlobalSetup]
    public void Count()
    {
        for (var i = 0; i < 99; i++)
        {
            history.Add(new ChatMessage(i % 2 == 0 ? ChatRole.User : ChatRole.Assistant, TextAt(i)));
        }

        history.Add(new ChatMessage(ChatRole.User, ""));
        counter.CountMessages(history);
        for (var i = 0; i < NewTexts; i++)
        {
            texts[i] = TextAt(1_000 + i);
        }
    }

    // A number in front makes each text one that was never counted.
    [Benchmark]
    public int OneNewMessage()
    {
        history[^1] = new ChatMessage(ChatRole.User, string.Concat(next.ToString(System.Globalization.CultureInfo.InvariantCulture), texts[next++ % NewTexts]));
        return counter.CountMessages(history);
    }

    [Benchmark]
    public int NothingNew() => counter.CountMessages(history);

    private static string TextAt(int i) => SampleTexts.English.Substring(i * 401 % (SampleTexts.English.Length - Length), Length);
}
