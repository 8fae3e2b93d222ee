namespace Parsimony.Embeddings;

/// <summary>What kind of answer a question asks for, by its question word. The order matters to the trained trees: it stays as it is.</summary>
internal enum QuestionType : byte
{
    Unknown,
    What,
    Which,
    Who,
    Where,
    When,
    Why,
    How,
    HowMuch,
    HowMany,
    HowLong,
    YesNo,
    Explain,
    Difference,
}
