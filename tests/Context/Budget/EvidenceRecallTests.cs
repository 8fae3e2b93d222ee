using System.Text.Json;
using Microsoft.Extensions.AI;
using Parsimony.Testing;

namespace Parsimony.Context.Tests.Budget;

/// <summary>How much of what answers a question is kept at a quarter of the tokens, by words alone. The floors are a little below what was measured.</summary>
public class EvidenceRecallTests
{
    [SharedDataFact("context/locomo-dev.jsonl")]
    public void Long_conversations_keep_what_answers() => Assert.InRange(Recall("context/locomo-dev.jsonl", conversations: 2, questions: 60), 0.84, 1);

    [SharedDataFact("context/qmsum-dev.jsonl")]
    public void Meetings_keep_what_answers() => Assert.InRange(Recall("context/qmsum-dev.jsonl", conversations: 12, questions: 6), 0.65, 1);

    private static double Recall(string file, int conversations, int questions)
    {
        var recalls = new List<double>();
        foreach (var line in File.ReadLines(SharedData.Find(file)!).Take(conversations))
        {
            using var document = JsonDocument.Parse(line);
            var turns = document.RootElement.GetProperty("turns").EnumerateArray().ToDictionary(
                t => t.GetProperty("id").GetString()!,
                t => new ChatMessage(new ChatRole(t.GetProperty("role").GetString()!), t.GetProperty("text").GetString()));
            var quarter = Fitters.Counter.CountMessages(turns.Values) / 4;
            foreach (var question in document.RootElement.GetProperty("questions").EnumerateArray().Take(questions))
            {
                var asked = new ChatMessage(ChatRole.User, question.GetProperty("text").GetString());
                var kept = Fitters.Default.Fit([.. turns.Values, asked], quarter + Fitters.Count(asked)).Messages.ToHashSet();
                recalls.Add(question.GetProperty("evidence").EnumerateArray().Average(e => kept.Contains(turns[e.GetString()!]) ? 1.0 : 0.0));
            }
        }

        return recalls.Average();
    }
}
