namespace Parsimony.Embeddings;

/// <summary>
/// One question as the guards read it, each part read when a guard first asks for it and kept for the next guard and the next
/// candidate. Of one decision, on one thread.
/// </summary>
internal sealed class GuardText(string text)
{
    // So many are compared as quickly as they are hashed.
    private const int FewPieces = 40;

    private readonly string text = text;
    private bool? isInKnownScripts;
    private Person? persons;
    private Asked? asked;
    private HashSet<string>? distinct;

    /// <summary>Gets the question as it was asked.</summary>
    public string Text => text;

    /// <summary>Gets the text with compatibility characters replaced.</summary>
    public string Folded => field ??= Tokens.Fold(text);

    /// <summary>Gets words, numbers and signs.</summary>
    public List<Token> Pieces => field ??= Tokens.Split(Folded);

    /// <summary>Gets the words and numbers.</summary>
    public Word[] Words => field ??= WordReader.Read(Folded, Pieces);

    /// <summary>Gets everything countable, kind by kind, in order within a kind.</summary>
    public Quantity[] Quantities => field ??= [.. QuantityScanner.Scan(Pieces).OrderBy(static q => q.Kind)];

    /// <summary>Gets what names one thing and no other.</summary>
    public List<string> Identifiers => field ??= IdentifierScanner.Scan(Folded);

    /// <summary>Gets what is quoted.</summary>
    public List<QuotedSpan> Quotations => field ??= QuoteScanner.Scan(text);

    /// <summary>Gets what is negated.</summary>
    public Negations Negations => field ??= Negations.Of(Pieces);

    /// <summary>Gets the words with a negating prefix.</summary>
    public (string Word, string Prefix)[] Prefixed => field ??= NegatingPrefixes.In(Pieces);

    /// <summary>Gets whom the pronouns mean.</summary>
    public Person Persons => persons ??= Pronouns.In(Words);

    /// <summary>Gets what the question words ask for.</summary>
    public Asked Asked => asked ??= QuestionWords.In(Words);

    /// <summary>Gets whether the guard of negations can read the script.</summary>
    public bool IsInKnownScripts => isInKnownScripts ??= KnownScripts.AreAll(text);

    /// <summary>Whether the text has a word, as written but for letter case.</summary>
    public bool Has(ReadOnlySpan<char> word)
    {
        if (Pieces.Count > FewPieces)
        {
            distinct ??= [.. Pieces.Where(static p => p.Kind == TokenKind.Word).Select(static p => p.Text)];
            return distinct.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
        }

        foreach (var piece in Pieces)
        {
            if (piece.Kind == TokenKind.Word && word.SequenceEqual(piece.Text))
            {
                return true;
            }
        }

        return false;
    }
}
