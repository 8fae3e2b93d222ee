using System.Collections.Frozen;

namespace Parsimony.Embeddings;

/// <summary>Words that carry the grammar of a question and not its matter.</summary>
internal static class GrammarWords
{
    private const string Table = """
        a an the this that these those such some any each every all both either neither another other own same
        i me my mine myself we us our ours ourselves you your yours yourself yourselves u ur he him his himself she her hers herself
        it its itself they them their theirs themselves one ones someone somebody anyone anybody everyone everybody something anything everything
        who whom whose which what when where why how whether whatever whichever whenever wherever
        am is are was were be been being isnt arent wasnt werent have has had having do does did doing done can could will would shall should may might must ought
        cannot cant dont doesnt didnt wont wouldnt couldnt shouldnt hasnt havent hadnt not no nor never none
        to of in on at by for with without from into onto over under above below between among through during before after since until till about against
        across along around behind beside besides beyond near off out up down per via within upon toward towards as than like
        and or but if because so though although while then else also too very just really actually simply even only still yet already again ever
        there here now today please thanks thank advance kindly hi hey hello ok okay well sorry dear
        way ways thing things kind sort type got get gets getting go going goes gonna wanna want wants wanted need needs needed like know tell let lets able
        much many more most less least few little lot lots quite rather
        vs versus v etc eg ie s t d m ll re ve im ive id whats wheres hows whos whens its thats theres
        """;

    private static readonly FrozenSet<string> Words = Table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    public static bool Contains(string word) => Words.Contains(word);

    /// <summary>Whether a word at the beginning of a question is only a way to begin: "quick question", "I was wondering", "help me".</summary>
    public static bool AreCourteous(string word) => word is "quick" or "question" or "wondering" or "curious" or "help" or "hope";

    /// <summary>The stem of one of these words: the verbs among them have forms.</summary>
    public static string StemOf(string word) => word switch
    {
        "needs" or "needed" => "need",
        "wants" or "wanted" or "wanna" => "want",
        "gets" or "got" or "getting" => "get",
        "goes" or "going" or "gonna" => "go",
        "ways" => "way",
        _ => word,
    };
}
