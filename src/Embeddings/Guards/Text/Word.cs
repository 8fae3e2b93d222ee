namespace Parsimony.Embeddings;

/// <summary>A word of a question, or a number.</summary>
/// <param name="Text">In lower case, without what an apostrophe adds.</param>
/// <param name="Stem">What its inflections share: buy for bought, stud for studies. Equal stems, equal words.</param>
/// <param name="Clitic">What the apostrophe adds.</param>
/// <param name="Casing">How it is set.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Before">The sign before it, the first if there are several; '\0' for none.</param>
/// <param name="Opens">Whether it opens a sentence or a quotation, where a capital says nothing.</param>
internal readonly record struct Word(string Text, string Stem, Clitic Clitic, Casing Casing, WordSense Kind, char Before, bool Opens)
{
    public bool IsContent => Kind == WordSense.Content;
}
