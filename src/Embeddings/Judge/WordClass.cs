namespace Parsimony.Embeddings;

/// <summary>What a word does in a question. All but <see cref="Content"/> are closed lists, <see cref="FunctionWords"/>.</summary>
internal enum WordClass : byte
{
    Content,
    Number,
    Sign,
    Function,
    Polite,
    Ask,
    Negation,
    FirstPerson,
    SecondPerson,
    ThirdPerson,
    Past,
    Future,
    Modal,
    Before,
    After,
    From,
    To,
    With,
    In,
    Out,
    Up,
    Down,
    More,
    Less,
    All,
    Some,
    Only,
    If,
}
