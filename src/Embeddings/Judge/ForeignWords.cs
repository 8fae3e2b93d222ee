using System.Collections.Frozen;

namespace Parsimony.Embeddings;

/// <summary>The most frequent small words of other languages in Latin letters. Those that are English words too are left out.</summary>
internal static class ForeignWords
{
    private static readonly FrozenSet<ulong> Hashes = Build();

    public static bool Contains(ulong hash) => Hashes.Contains(hash);

    private static FrozenSet<ulong> Build()
    {
        string[] languages =
        [
            "der das und ist ein eine einen einer eines den dem des ich du wir ihr sie nicht wie wer wo warum wenn mit von zu zum zur für auf nach bei über aus kann können habe hat sind mein meine mir mich welche welcher gibt", // German
            "le la les un une des du de et est ce que qui quel quelle quels quelles comment combien pourquoi où je tu il elle nous vous ils mon ma mes ton votre dans pour avec sur pas ne au aux puis peut faire sont être", // French
            "el los las una unos y en que qué es son cómo como cuál cual cuánto cuanto dónde donde por para con mi mis tu su puedo puede hacer del al lo se no está hay", // Spanish
            "o os um uma e é em que como qual quanto onde quando porque por para com meu minha seu sua posso pode fazer da das dos na não está são ao", // Portuguese
            "il lo gli i un uno e è di che come qual quale quanto dove quando perché per con mio mia suo sua posso può fare della dei delle nel non sono si al", // Italian
            "de het een en ik je jij wij hoe waar wanneer waarom wie met van voor naar op niet mijn kan kun moet zijn heeft wordt bij", // Dutch
            "och att det som en ett är jag du inte på för med av hur vad vem när varför kan min mitt til og ikke jeg hvordan hva hvad hvor", // Swedish, Norwegian, Danish
            "jak co jest nie się na do w z czy gdzie kiedy dlaczego moje mój mogę dla przez", // Polish
            "bir ve bu ne nasıl için ile mi mı ben benim nerede neden kaç", // Turkish
            "yang di dan ini itu dengan untuk dari bagaimana apa saya kamu tidak bisa cara berapa", // Indonesian
            "hai hain kya kaise kaisa kaun kab kahan kyu kyun mujhe mera meri mere aap tum hum ka ki ke ko se mein aur nahi nahin kar karna karne karu kare raha rahe rahi sakte sakta liye ho", // Hindi in Latin letters
        ];
        return languages.SelectMany(static words => words.Split(' '))
            .Where(static word => word.Length > 1 || word[0] > 'z')
            .Select(static word => WordHash.Of(word))
            .Where(static hash => FunctionWords.ClassOf(hash) == WordClass.Content)
            .ToFrozenSet();
    }
}
