namespace Parsimony.Embeddings;

/// <summary>The words by which a turn leans on its history.</summary>
internal static class LeaningWords
{
    public static LeaningWord Of(ReadOnlySpan<char> word, ReadOnlySpan<char> next, bool first) => word switch
    {
        "it" or "its" or "they" or "them" or "their" or "theirs" => LeaningWord.Thing,
        "he" or "she" or "him" or "her" or "his" or "hers" => LeaningWord.Person,
        "this" or "these" or "those" => next is "year" or "week" or "month" or "weekend" or "morning" or "evening" or "afternoon" ? LeaningWord.None : LeaningWord.Demonstrative,
        "that" or "such" or "there" => LeaningWord.Demonstrative,
        "one" or "ones" or "former" or "latter" or "both" or "neither" or "either" or "option" or "version" => LeaningWord.One,
        "cheaper" or "better" or "worse" or "faster" or "easier" or "safer" or "other" or "others" or "another" or "else" or "same" or "instead" or "different"
            or "more" or "less" or "longer" or "shorter" or "bigger" or "similar" or "compare" or "also" or "too" or "still" or "again" => LeaningWord.Comparison,
        "first" or "second" or "third" or "last" or "next" or "previous" or "above" or "earlier" or "then" or "after" or "before" => LeaningWord.Sequence,
        "and" or "but" or "or" or "so" or "because" or "ok" or "okay" or "yes" or "no" or "thanks" => first ? LeaningWord.Connective : LeaningWord.None,
        "what" or "how" => next is "about" or "else" or "if" ? LeaningWord.WhatAbout : LeaningWord.None,
        "main" or "price" or "cost" or "process" or "symptoms" or "effects" or "benefits" or "requirements" or "rules" or "types" or "causes" or "examples" or "history"
            or "purpose" or "advantages" or "disadvantages" or "difference" or "company" or "author" or "capital" or "population" or "deadline" or "fee" => LeaningWord.Bare,
        "make" or "shorten" or "rewrite" or "translate" or "summarize" or "summarise" or "continue" or "elaborate" or "expand" or "list" or "repeat" or "explain" => first ? LeaningWord.Command : LeaningWord.None,
        _ => LeaningWord.None,
    };
}
