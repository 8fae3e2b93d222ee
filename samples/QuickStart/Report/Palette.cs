namespace Parsimony.QuickStart.Report;

/// <summary>One colour a column, the same in each chart; told apart by colour-blind readers (after Okabe and Ito).</summary>
internal static class Palette
{
    private static readonly string[] Colours = ["#7f7f7f", "#56b4e9", "#e69f00", "#009e73"];

    public static string Of(int column) => Colours[column % Colours.Length];
}
