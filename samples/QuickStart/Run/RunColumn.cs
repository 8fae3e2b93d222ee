namespace Parsimony.QuickStart.Run;

/// <summary>A column of the table.</summary>
/// <param name="Title">Its head.</param>
/// <param name="Result">What it did; <see langword="null"/> where this build does not have it.</param>
internal sealed record RunColumn(string Title, ColumnResult? Result);
