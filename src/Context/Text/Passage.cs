namespace Parsimony.Context;

/// <summary>A piece of a text. The passages of a text, one behind the other, are the text.</summary>
/// <param name="Start">Where it begins, in UTF-16 code units.</param>
/// <param name="Length">Its length in UTF-16 code units, the white space behind it included.</param>
/// <param name="Tokens">Its tokens, counted alone.</param>
internal readonly record struct Passage(int Start, int Length, int Tokens);
