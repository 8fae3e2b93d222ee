namespace Parsimony.Embeddings;

/// <summary>What the list of well-known names says about a word.</summary>
/// <param name="Id">What it names; the same for a country and its people, for a name and its short form.</param>
/// <param name="Kind">What kind of thing that is: the section of the list.</param>
/// <param name="IsWord">Whether it is an ordinary word as well.</param>
internal readonly record struct KnownName(int Id, string Kind, bool IsWord);
