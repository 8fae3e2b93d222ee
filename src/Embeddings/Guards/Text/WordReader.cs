namespace Parsimony.Embeddings;

/// <summary>Makes words of a text's pieces.</summary>
internal static class WordReader
{
    public static Word[] Read(string folded, List<Token> pieces)
    {
        var words = new List<Word>(pieces.Count);
        var before = '\0';
        var opens = true;
        var courteous = true;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Kind == TokenKind.Sign)
            {
                before = before == '\0' ? piece.Text[0] : before;
                opens |= piece.Text[0] is '.' or '?' or '!' or ':' or '"' or '“' or '«' or '(' or '\'' or '‘' or '[' or '`' or ';';
                continue;
            }

            if (piece.Kind == TokenKind.Number)
            {
                courteous = false;
                words.Add(new(piece.Text, piece.Text, Clitic.None, Casing.Lower, WordSense.Number, before, opens));
            }
            else if (Initials(pieces, i) is { Length: > 0 } initials)
            {
                courteous = false;
                words.Add(new(initials, initials, Clitic.None, char.IsUpper(folded[piece.At]) ? Casing.Upper : Casing.Lower, WordSense.Content, before, opens));
                i += (initials.Length * 2) - 1;
                i -= i < pieces.Count && pieces[i] is { Glued: true, Text: "." } ? 0 : 1;
            }
            else
            {
                var (text, clitic) = Split(piece.Text);
                if (clitic == Clitic.None && i + 1 < pieces.Count && pieces[i + 1] is { Glued: true, Text: "'" } && text[^1] == 's')
                {
                    clitic = Clitic.Possessive; // the customers' cards
                }

                var kind = GrammarWords.Contains(text) || (courteous && GrammarWords.AreCourteous(text)) ? WordSense.Function : WordSense.Content;
                courteous &= kind == WordSense.Function;
                words.Add(new(text, kind == WordSense.Function ? GrammarWords.StemOf(text) : Stems.Of(text), clitic, CasingOf(folded.AsSpan(piece.At, Math.Min(text.Length, piece.Text.Length))), kind, before, opens));
            }

            before = '\0';
            opens = false;
        }

        return [.. words];
    }

    // U.S.A. is one word; the last full stop may be missing.
    private static string Initials(List<Token> pieces, int at)
    {
        var end = at;
        while (end < pieces.Count && pieces[end] is { Kind: TokenKind.Word, Text.Length: 1 } && (end == at || pieces[end].Glued)
            && end + 1 < pieces.Count && pieces[end + 1] is { Glued: true, Text: "." })
        {
            end += 2;
        }

        end += end > at && end < pieces.Count && pieces[end] is { Kind: TokenKind.Word, Text.Length: 1, Glued: true } ? 2 : 0;
        return end - at < 4 ? "" : string.Concat(pieces.Skip(at).Take(end - at).Where(static p => p.Kind == TokenKind.Word).Select(static p => p.Text));
    }

    /// <summary>The stem by which a word of a list is found in a text.</summary>
    public static string StemOf(string word) => GrammarWords.Contains(word) ? GrammarWords.StemOf(word) : Stems.Of(word);

    private static (string Text, Clitic Clitic) Split(string word)
    {
        var at = word.LastIndexOf('\'');
        if (at <= 0)
        {
            return (Spelled(word), Clitic.None);
        }

        var text = word[..at];
        switch (word.AsSpan(at + 1))
        {
            case "s":
                return (text, IsPronoun(text) ? Clitic.Is : Clitic.Possessive);
            case "t" when text.EndsWith('n'):
                return (text switch { "n" => "not", "can" => "can", "won" => "will", "shan" => "shall", _ => text[..^1] }, Clitic.Not);
            case "m":
                return (text, Clitic.Am);
            case "re":
                return (text, Clitic.Are);
            case "ve" or "ll" or "d":
                return (text, Clitic.Other);
            default:
                return (word, Clitic.None); // O'Brien, o'clock
        }
    }

    // As people type.
    private static string Spelled(string word) => word switch
    {
        "whats" => "what",
        "wheres" => "where",
        "hows" => "how",
        "whos" => "who",
        "whens" => "when",
        "u" => "you",
        "ur" => "your",
        "im" => "i",
        "ive" => "i",
        _ => word,
    };

    private static bool IsPronoun(string word) =>
        word is "what" or "where" or "who" or "how" or "when" or "why" or "which" or "it" or "that" or "there" or "here" or "he" or "she" or "let" or "this";

    private static Casing CasingOf(ReadOnlySpan<char> word)
    {
        var upper = 0;
        foreach (var c in word)
        {
            upper += char.IsUpper(c) ? 1 : 0;
        }

        return upper switch
        {
            0 => Casing.Lower,
            1 when char.IsUpper(word[0]) => Casing.Capital,
            _ when upper == word.Length => Casing.Upper,
            _ => Casing.Mixed,
        };
    }
}
