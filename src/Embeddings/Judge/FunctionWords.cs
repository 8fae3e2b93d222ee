using System.Collections.Frozen;

namespace Parsimony.Embeddings;

/// <summary>The words that carry a question rather than its subject, by class.</summary>
internal static class FunctionWords
{
    private static readonly FrozenDictionary<ulong, WordClass> Classes = Build();

    public static WordClass ClassOf(ulong hash) => Classes.GetValueOrDefault(hash);

    private static FrozenDictionary<ulong, WordClass> Build()
    {
        (WordClass Class, string Words)[] lists =
        [
            (WordClass.Function, "a an the this that these those it its of for by at on as and or but so than then also too very just even there here about am is are be been being do does have has having get gets got getting make makes any such both each which what who whom whose where when why how"),
            (WordClass.Polite, "please kindly thanks thank hi hello hey dear sorry ok okay well actually maybe perhaps"),
            (WordClass.Ask, "tell explain describe show give let help know find want need wondering wonder ask asking question curious anyone someone somebody possible way ways"),
            (WordClass.Negation, "not no never without none nothing nobody neither nor cannot except unable"),
            (WordClass.FirstPerson, "i me my mine myself we us our ours ourselves"),
            (WordClass.SecondPerson, "you your yours yourself"),
            (WordClass.ThirdPerson, "he him his she her hers they them their theirs one ones people person"),
            (WordClass.Past, "was were did had been"),
            (WordClass.Future, "will shall going"),
            (WordClass.Modal, "can could should would must may might ought"),
            (WordClass.Before, "before until till prior"),
            (WordClass.After, "after since afterwards"),
            (WordClass.From, "from"),
            (WordClass.To, "to into onto towards toward"),
            (WordClass.With, "with using via through"),
            (WordClass.In, "in inside within during while"),
            (WordClass.Out, "out outside off away"),
            (WordClass.Up, "up above over on"),
            (WordClass.Down, "down below under underneath"),
            (WordClass.More, "more most best better highest maximum max greater larger biggest largest longest"),
            (WordClass.Less, "less least worst worse lowest minimum min fewer smaller smallest shortest"),
            (WordClass.All, "all every everyone everything everybody always whole entire"),
            (WordClass.Some, "some few several many much lot lots something sometimes often"),
            (WordClass.Only, "only alone single same other another different else"),
            (WordClass.If, "if unless whether when because though although despite instead"),
        ];
        var classes = new Dictionary<ulong, WordClass>();
        foreach (var (wordClass, words) in lists)
        {
            foreach (var word in words.Split(' '))
            {
                classes.TryAdd(WordHash.Of(word), wordClass);
            }
        }

        return classes.ToFrozenDictionary();
    }
}
