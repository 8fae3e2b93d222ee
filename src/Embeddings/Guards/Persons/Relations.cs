using System.Collections.Frozen;

namespace Parsimony.Embeddings;

/// <summary>Words for the people one has.</summary>
internal static class Relations
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        "wife", "husband", "spouse", "partner", "fiance", "fiancee", "girlfriend", "boyfriend", "friend", "son", "daughter", "child", "kid", "baby", "mother", "father",
        "mom", "mum", "dad", "parent", "parents", "brother", "sister", "uncle", "aunt", "cousin", "nephew", "niece", "grandmother", "grandfather", "grandma", "grandpa", "boss",
        "manager", "colleague", "neighbor", "neighbour", "roommate", "flatmate", "landlord", "tenant", "employee", "customer", "client", "teacher", "student", "dog", "cat");

    public static bool Contain(string word) => Words.Contains(word);

    /// <summary>Whether a word says that something is a relation's: "wife's", and "wifes" as people type.</summary>
    public static bool IsOwner(Word[] words, int at) =>
        words[at].Clitic == Clitic.Possessive
            ? Contain(words[at].Text) || Contain(words[at].Text.TrimEnd('s'))
            : words[at].Text[^1] == 's' && at > 0 && Pronouns.IsPossessive(words[at - 1]) && Contain(words[at].Text[..^1]) && at + 1 < words.Length && words[at + 1].IsContent;
}
