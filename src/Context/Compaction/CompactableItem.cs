using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>An item of a request with the forms it can be sent in: as it came, gently compacted, or as short as asked.</summary>
internal sealed class CompactableItem
{
    /// <summary>A text cut to less says nothing.</summary>
    private const int LeastTextTokens = 24;

    /// <summary>What frames a text may count a little more around a shorter one.</summary>
    private const int MostAttempts = 3;

    private readonly FitWork work;
    private readonly CompactionTools tools;
    private readonly List<(CompactableText Place, SourceText Text)> texts;
    private readonly Dictionary<CompactableText, SourceText> references = [];
    private readonly (int Index, ChatMessage Message, int Tokens, (CompactableText Place, SourceText Text)[] Texts)[] whole;

    private Func<CompactableText, SourceText, SourceText> form = static (_, text) => text;

    private CompactableItem(FitWork work, ContextItem item, List<(CompactableText Place, SourceText Text)> texts, CompactionTools tools)
    {
        (this.work, this.tools, this.texts) = (work, tools, texts);
        Item = item;
        whole = [.. texts.GroupBy(static t => t.Place.MessageIndex).Select(g => (g.Key, work.Messages[g.Key], work.Tokens[g.Key], g.ToArray()))];
    }

    /// <summary>Gets the item.</summary>
    public ContextItem Item { get; }

    /// <summary>Gets its tokens in the form it has now.</summary>
    public int Tokens => work.TokensOf(Item);

    /// <summary>Gets a value indicating whether something of it is left out in the form it has now, references aside.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Gets a value indicating whether it has another form than it came in.</summary>
    public bool IsChanged => Array.Exists(whole, m => !ReferenceEquals(work.Messages[m.Index], m.Message));

    // What an assistant said is rewritten by the app alone.
    private bool IsAppsOnly => Item.Kind == ContextItemKind.Turn;

    /// <summary>Makes an item out of one that has texts worth the effort; <see langword="null"/> where it has none.</summary>
    public static CompactableItem? Of(FitWork work, ContextItem item, CompactionTools tools)
    {
        if (item.IsIncomplete || !CompactableTexts.MayHold(work, item, tools))
        {
            return null;
        }

        var texts = CompactableTexts.Find(work, item);
        return texts.Count == 0 ? null : new CompactableItem(work, item, texts, tools);
    }

    /// <summary>Gets the places of its texts.</summary>
    public IEnumerable<CompactableText> Places => texts.Select(static t => t.Place);

    /// <summary>Says whether a text is referred to and not written.</summary>
    public bool IsReferring(CompactableText place) => references.ContainsKey(place);

    /// <summary>Has a reference stand for a text in all forms, where that makes the item shorter.</summary>
    public bool TryRefer(CompactableText place, string reference)
    {
        var tokens = Tokens;
        references[place] = new SourceText(reference);
        Write();
        if (Tokens < tokens)
        {
            return true;
        }

        Unrefer(place);
        return false;
    }

    /// <summary>Has a text stand for itself again.</summary>
    public void Unrefer(CompactableText place)
    {
        references.Remove(place);
        Write();
    }

    /// <summary>Gives it the form in which nothing is left out that a model can read.</summary>
    public void Gently() => Write((_, text) => Gentle(text), isCut: false);

    /// <summary>Gives it a form of at most so many tokens.</summary>
    /// <returns>Whether that could be; if not, it keeps the form it has.</returns>
    public bool To(int maxTokens)
    {
        var before = (form, IsCut);
        Gently();
        var open = texts.Where(t => !references.ContainsKey(t.Place)).ToList();
        var lengths = open.ConvertAll(t => Gentle(t.Text).Count(work.TextCounter));
        var room = maxTokens - (Tokens - lengths.Sum());
        for (var attempt = 0; attempt < MostAttempts && Tokens > maxTokens; attempt++)
        {
            var limit = EqualLimit.Of(lengths, room);
            if (limit < LeastTextTokens)
            {
                break;
            }

            Write((place, text) => Shorten(place, text, limit), isCut: true);
            room -= Math.Max(1, Tokens - maxTokens);
        }

        if (Tokens <= maxTokens)
        {
            return true;
        }

        Write(before.form, before.IsCut);
        return false;
    }

    private SourceText Gentle(SourceText text) => IsAppsOnly ? text : tools.Compactor.CompactGently(text, work.TextCounter);

    private SourceText Shorten(CompactableText place, SourceText text, int limit)
    {
        if (place.Tokens <= limit)
        {
            return text;
        }

        limit = RoundTokens.Down(limit);
        return tools.App?.Find(Item.Kind, text, limit, tools, work.TextCounter)
            ?? (IsAppsOnly ? text : tools.Compactor.Compact(text, new CompactionTarget(limit, tools.Query, work.TextCounter), isRequired: false));
    }

    private void Write(Func<CompactableText, SourceText, SourceText> newForm, bool isCut)
    {
        (form, IsCut) = (newForm, isCut);
        Write();
    }

    private void Write()
    {
        foreach (var (index, message, tokens, parts) in whole)
        {
            List<(int, string)>? written = null;
            foreach (var (place, text) in parts)
            {
                var now = references.GetValueOrDefault(place) ?? form(place, text);
                if (!ReferenceEquals(now, text))
                {
                    (written ??= []).Add((place.ContentIndex, now.Text));
                }
            }

            work.Exchange(index, message, tokens);
            if (written is null)
            {
                continue;
            }

            work.Exchange(index, ContentText.Replace(message, written));
            if (work.Tokens[index] > tokens)
            {
                work.Exchange(index, message, tokens);
            }
        }
    }
}
