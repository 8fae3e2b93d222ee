namespace Parsimony.Context;

/// <summary>How much of JSON a sketch keeps.</summary>
/// <param name="MaxElements">The most elements of an array and members of a map.</param>
/// <param name="LongestString">The longest string that is kept whole, in characters as written.</param>
/// <param name="MaxCharacters">Where writing stops because the sketch is too long in any case.</param>
internal readonly record struct JsonSketchLimits(int MaxElements, int LongestString, int MaxCharacters)
{
    /// <summary>Gets the limits that leave nothing out.</summary>
    public static JsonSketchLimits None { get; } = new(int.MaxValue, int.MaxValue, int.MaxValue);
}
