using System.Collections.Frozen;

namespace Parsimony.Embeddings;

/// <summary>Forms that no rule leads back to their word.</summary>
internal static class IrregularForms
{
    private const string Table = """
        arise arose arisen; beat beaten; become became; begin began begun beginning; bend bent; bet; bite bit bitten; bleed bled; blow blew blown;
        break broke broken; breed bred; bring brought; build built; burn burnt; buy bought; catch caught; choose chose chosen; come came; cost;
        creep crept; cut cutting; deal dealt; dig dug; draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed;
        feel felt; fight fought; find found; flee fled; fly flew flown flies; forbid forbade forbidden; forget forgot forgotten; forgive forgave forgiven;
        freeze froze frozen; give gave given; grind ground; grow grew grown; hang hung; hear heard; hide hid hidden; hit hitting; hold held; hurt;
        keep kept; kneel knelt; lay laid; lead led; lean leant; leap leapt; learn learnt; leave left; lend lent; lie lying lain; light lit; lose lost losing loser;
        make made; mean meant; meet met; pay paid; prove proven; put putting; quit; read; ride rode ridden; ring rang rung; rise rose risen;
        run ran running; say said; see saw seen; seek sought; sell sold; send sent; set setting; shake shook shaken; shine shone; shoot shot; show shown; shrink shrank shrunk;
        shut shutting; sing sang sung; sink sank sunk; sit sat sitting; sleep slept; slide slid; speak spoke spoken; speed sped; spend spent; spill spilt; spin spun; split;
        spoil spoilt; spread; spring sprang sprung; stand stood; steal stole stolen; stick stuck; sting stung; strike struck; swear swore sworn;
        sweep swept; swell swollen; swim swam swum; swing swung; take took taken; teach taught; tear tore torn; think thought; throw threw thrown;
        understand understood; upset; use used uses using user users; wake woke woken; wear wore worn; weave wove woven; weep wept; win won winning winner; wind wound; withdraw withdrew withdrawn withdrawal withdrawals;
        write wrote written; undo undone; die died dies dying death deaths dead; bear born birth births;
        man men; woman women; child children; person people persons; wife wives; life lives; foot feet; tooth teeth; mouse mice; goose geese; half halves; knife knives; leaf leaves; wolf wolves;
        good better best; bad worse worst; far farther farthest further furthest; old elder eldest; sell sale sales;
        color colour colors colours colored coloured; center centre centers centres; high height heights;
        """;

    private static readonly FrozenDictionary<string, string> Bases = Table.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(static line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(static forms => forms.Skip(1).Select(form => (form, lemma: forms[0])))
        .DistinctBy(static pair => pair.form)
        .ToFrozenDictionary(static pair => pair.form, static pair => pair.lemma);

    /// <summary>The word that a form belongs to; <see langword="null"/> if the form is a regular one.</summary>
    public static string? BaseOf(string form) => Bases.GetValueOrDefault(form);
}
