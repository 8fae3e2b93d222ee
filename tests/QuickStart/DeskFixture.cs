using Parsimony.QuickStart.Desk;
using Parsimony.QuickStart.Model;

namespace Parsimony.QuickStart.Tests;

/// <summary>The sample's own files, read once.</summary>
internal static class DeskFixture
{
    public static IReadOnlyList<HandbookArticle> Articles { get; } = Handbook.Load(Path.Combine(AppContext.BaseDirectory, "Handbook"));

    public static IReadOnlyList<CustomerMessage> Messages { get; } = DeskFiles.LoadBundled();

    public static HandbookReader Reader { get; } = new(TextFeatures.Load(DeskFiles.Concepts));
}
