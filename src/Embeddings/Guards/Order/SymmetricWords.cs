namespace Parsimony.Embeddings;

/// <summary>Words that say something of two things in which it does not matter which comes first.</summary>
internal static class SymmetricWords
{
    /// <summary>Whether a word joins equals, or begins one of them behind a comma: A and B, A or B, A, B.</summary>
    public static bool Joins(Word word) => word.Text is "and" or "or" or "vs" or "versus" or "v" or "nor" or "n" || word.Before is ',' or '/' or '&' or '(';

    /// <summary>Whether a text speaks of something mutual, such as a difference or a distance.</summary>
    public static bool AreIn(Word[] words) => Array.Exists(words, static w => w.Text is
        "difference" or "differences" or "different" or "differ" or "differs" or "differentiate" or "distinguish" or "distinction" or "same" or "similar" or "similarity" or "similarities"
        or "compare" or "comparison" or "distance" or "far" or "equal" or "equals" or "equivalent" or "identical"
        or "alike" or "related" or "compatible" or "interchangeable" or "together" or "married" or "synonym" or "synonymous" or "vice" or "viceversa");
}
