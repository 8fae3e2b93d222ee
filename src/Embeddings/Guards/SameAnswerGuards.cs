namespace Parsimony.Embeddings;

/// <summary>The guards that come with Parsimony.</summary>
public static class SameAnswerGuards
{
    /// <summary>Gets all guards, in the order in which they are asked: the cheap ones first.</summary>
    public static IReadOnlyList<ISameAnswerGuard> All { get; } = [new QuoteGuard(), new NumberGuard(), new NegationGuard(), new IdentifierGuard(), new OppositeGuard(), new NameGuard(), new OrderGuard(), new PersonGuard(), new QuestionGuard()];
}
