using System.Collections.Frozen;

namespace Parsimony.Caching;

/// <summary>
/// The words of a text in lower case, with the ends of its clauses and sentences: what the rules look at. One list per thread is
/// reused, so a list is valid until the next <see cref="Read"/> on its thread.
/// </summary>
/// <remarks>A question stands at the beginning or at the end of a long text; what lies between is not read.</remarks>
internal sealed class WordList
{
    private const int LongestEnd = 1000;
    private const int MostWords = 512;

    [ThreadStatic]
    private static WordList? cached;

    private readonly char[] letters = new char[(2 * LongestEnd) + 1];
    private readonly Word[] words = new Word[MostWords];
    private int used;

    private enum Break : byte
    {
        None,
        Clause,
        Sentence,
    }

    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int index] =>
        (uint)index < (uint)Count ? letters.AsSpan(words[index].Start, words[index].Length) : default;

    public static WordList Read(ReadOnlySpan<char> text)
    {
        var list = cached ??= new WordList();
        list.Count = 0;
        list.used = 0;
        if (text.Length <= 2 * LongestEnd)
        {
            list.Add(text);
        }
        else
        {
            list.Add(text[..LongestEnd]);
            list.End(Break.Sentence);
            list.Add(text[^LongestEnd..]);
        }

        return list;
    }

    /// <summary>The index after the last word of the clause that a word stands in.</summary>
    public int EndOfClause(int start) => EndOf(start, Break.Clause);

    /// <summary>The index after the last word of the sentence that a word stands in.</summary>
    public int EndOfSentence(int start) => EndOf(start, Break.Sentence);

    public bool Is(int index, string word) => this[index].SequenceEqual(word);

    public bool IsIn(int index, FrozenSet<string> set) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(this[index]);

    /// <summary>Whether the words from an index on are these, given with one blank between them.</summary>
    public bool Starts(int index, string phrase)
    {
        var rest = phrase.AsSpan();
        while (true)
        {
            var blank = rest.IndexOf(' ');
            if (!this[index].SequenceEqual(blank < 0 ? rest : rest[..blank]))
            {
                return false;
            }

            if (blank < 0)
            {
                return true;
            }

            rest = rest[(blank + 1)..];
            index++;
        }
    }

    private int EndOf(int start, Break least)
    {
        while (start < Count - 1 && words[start].Break < least)
        {
            start++;
        }

        return Math.Min(start + 1, Count);
    }

    private void Add(ReadOnlySpan<char> text)
    {
        var open = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i] == '\u2019' ? '\'' : text[i];
            if (char.IsAsciiLetterLower(c) || char.IsLetterOrDigit(c) || (c == '\'' && open))
            {
                if (!open)
                {
                    if (Count == MostWords)
                    {
                        return;
                    }

                    words[Count++] = new Word(used);
                    open = true;
                }

                letters[used++] = char.IsAscii(c) && !char.IsAsciiLetterUpper(c) ? c : char.ToLowerInvariant(c);
                words[Count - 1].Length++;
                continue;
            }

            open = false;
            End(BreakOf(c, next: i + 1 < text.Length ? text[i + 1] : ' '));
        }
    }

    private static Break BreakOf(char c, char next) => c switch
    {
        '?' or '!' or ';' or '\n' => Break.Sentence,
        '.' when char.IsWhiteSpace(next) => Break.Sentence,
        ',' or ':' or '(' or ')' or '\u2014' or '\u2013' when !char.IsDigit(next) => Break.Clause,
        _ => Break.None,
    };

    private void End(Break kind)
    {
        if (Count > 0 && words[Count - 1].Break < kind)
        {
            words[Count - 1].Break = kind;
        }
    }

    private struct Word(int start)
    {
        public readonly int Start = start;
        public int Length;
        public Break Break;
    }
}
