using System.Collections.Frozen;

namespace Parsimony.Embeddings;

/// <summary>The words that negate.</summary>
internal static class NegationWords
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        "not", "no", "never", "without", "none", "nothing", "nobody", "nowhere", "neither", "nor", "cannot", "except", "excluding", "unless",
        "hardly", "barely", "unable",
        // without the apostrophe, as people type
        "dont", "doesnt", "didnt", "cant", "wont", "wouldnt", "couldnt", "shouldnt", "isnt", "arent", "wasnt", "werent", "hasnt", "havent", "hadnt", "mustnt",
        // German, French, Spanish, Italian, Portuguese, Dutch, Russian
        "nicht", "kein", "keine", "keinen", "keiner", "keinem", "nie", "niemals", "ohne", "pas", "jamais", "sans", "aucun", "aucune",
        "nunca", "sin", "jamás", "ningún", "ninguna", "non", "senza", "mai", "nessun", "não", "sem", "nenhum", "nenhuma", "niet", "geen", "nooit", "zonder",
        "не", "нет", "без", "никогда", "ни");

    private const string HanSigns = "不没沒無无非未";
    private static readonly string[] Japanese = ["ない", "ません", "なく", "なかった"];

    /// <summary>Whether a word negates; contractions such as "isn't" do.</summary>
    public static bool Contains(string word) =>
        Words.Contains(word) || (word.Length > 3 && word.EndsWith("n't", StringComparison.Ordinal)) || (word[0] > 127 && InHan(word));

    private static bool InHan(string word) =>
        word.Any(static c => HanSigns.Contains(c, StringComparison.Ordinal)) || Array.Exists(Japanese, word.Contains);
}
