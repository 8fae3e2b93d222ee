namespace Parsimony.Embeddings;

/// <summary>Recognises text that the judge was not made for: another language, code, a long document.</summary>
internal static class ForeignText
{
    // English questions seldom have more than one unknown word in four; other languages and code seldom fewer than one in two.
    private const double LeastKnown = 0.6;

    /// <summary>Whether a text must be judged strictly.</summary>
    public static bool Is(JudgedQuestion question)
    {
        int words = 0, known = 0, signs = 0, english = 0, foreign = 0;
        for (var i = 0; i < question.Count; i++)
        {
            signs += question.Classes[i] == WordClass.Sign ? 1 : 0;
            if (question.Words[i].Kind == WordKind.Word)
            {
                words++;
                known += question.Known[i] ? 1 : 0;
                english += question.Classes[i] != WordClass.Content ? 1 : 0;
                foreign += ForeignWords.Contains(question.Words[i].Hash) ? 1 : 0;
            }
        }

        return question.IsCut
            || words == 0
            || known < LeastKnown * words
            || (foreign >= 2 && foreign >= english)
            || signs * 3 > words
            || IsCode(question, words);
    }

    // Two or three marks are a question about code; one for every two words are code.
    private static bool IsCode(JudgedQuestion question, int words) =>
        question.EndsLikeCode || (question.Marks >= 4 && question.Marks * 2 > words);

    /// <summary>Whether two texts have the same words in the same order, and neither goes on behind what was read.</summary>
    public static bool Equal(JudgedQuestion left, JudgedQuestion right)
    {
        if (left.IsCut || right.IsCut || left.Count != right.Count || left.Count == 0)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (left.Words[i].Hash != right.Words[i].Hash)
            {
                return false;
            }
        }

        return true;
    }
}
