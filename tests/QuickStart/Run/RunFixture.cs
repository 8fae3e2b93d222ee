using Parsimony.Caching;
using Parsimony.QuickStart.Run;

namespace Parsimony.QuickStart.Tests.Run;

/// <summary>Small results to check arithmetic and writing with.</summary>
internal static class RunFixture
{
    public static ColumnResult Column(string title, params TurnRecord[] turns) => new(title, "explained", turns, [], [], TimeSpan.FromSeconds(1));

    public static TurnRecord Asked(bool correct, double addedMilliseconds = 1) =>
        new() { Hit = HitKind.None, ModelCalls = 1, PromptTokens = 1_000, ReplyTokens = 50, Correct = correct, Added = TimeSpan.FromMilliseconds(addedMilliseconds) };

    public static TurnRecord Replayed(HitKind hit, bool correct, bool wrong = false, CacheTier? tier = null) =>
        new() { Hit = hit, Correct = correct, WrongFromCache = wrong, Tier = tier };

    public static RunResult Of(params ColumnResult?[] columns) =>
        new("test build", "a <stream> & more", "model", false, 250, 1_000, new(), [.. columns.Select(column => new RunColumn(column?.Title ?? "absent", column))]);
}
