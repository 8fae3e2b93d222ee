using System.Numerics.Tensors;

namespace Parsimony.Embeddings;

/// <summary>
/// One side of a pair, read for the judge: per word its row, its length, how rare it is and what class of word it is, and sums of the
/// words of a class. Reused from pair to pair; not for two threads at once.
/// </summary>
internal sealed class JudgedQuestion(QuestionWeights weights)
{
    /// <summary>Words behind this many are not judged; a longer text is not one the judge was made for.</summary>
    public const int MostWords = 96;

    // What an unknown word counts: as much as one seen once in some ten million.
    private const float UnknownRarity = 14;

    private readonly QuestionReader reader = new();
    private readonly short[] rows = new short[MostWords * QuestionWeights.Dimensions];
    private readonly int[] factors = new int[MostWords];
    private readonly int[] unknown = new int[QuestionWeights.Dimensions];

    /// <summary>Gets the number of words.</summary>
    public int Count { get; private set; }

    /// <summary>Gets a value indicating whether the text goes on behind the words that are judged.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Gets how much punctuation of code the text has, <see cref="CodeMarks"/>; 0 where <see cref="IsCut"/>.</summary>
    public int Marks { get; private set; }

    /// <summary>Gets a value indicating whether the text ends as a statement or a block does.</summary>
    public bool EndsLikeCode { get; private set; }

    /// <summary>Gets the words.</summary>
    public ReadOnlySpan<QuestionWord> Words => reader.Words[..Count];

    /// <summary>Gets the rows of the words, <see cref="QuestionWeights.Dimensions"/> numbers each, -127 to 127.</summary>
    public ReadOnlySpan<short> Rows => rows.AsSpan(0, Count * QuestionWeights.Dimensions);

    /// <summary>Gets, per word, one over the length of its row.</summary>
    public float[] InverseLengths { get; } = new float[MostWords];

    /// <summary>Gets, per word, how rare it is: the negative natural logarithm of its share of all words, about 3 to 16.</summary>
    public float[] Rarities { get; } = new float[MostWords];

    /// <summary>Gets, per word, what class of function word it is; <see cref="WordClass.Content"/> for the rest.</summary>
    public WordClass[] Classes { get; } = new WordClass[MostWords];

    /// <summary>Gets, per word, whether the weights know it.</summary>
    public bool[] Known { get; } = new bool[MostWords];

    /// <summary>Gets the sum of all words: the embedding before it is scaled to length 1.</summary>
    public WordSum Whole { get; } = new();

    /// <summary>Gets the sum of the words that name the subject, and of the numbers.</summary>
    public WordSum Content { get; } = new();

    /// <summary>Gets the sum of the words around the subject, without polite ones.</summary>
    public WordSum Frame { get; } = new();

    /// <summary>Gets the sum of the words without polite ones and without those that only ask to be told.</summary>
    public WordSum Plain { get; } = new();

    /// <summary>Gets the sum of the words that the other side has not, without polite ones; after <see cref="SumRest"/>.</summary>
    public WordSum Rest { get; } = new();

    /// <summary>Gets the sum of the words that name the subject and that the other side has not; after <see cref="SumRest"/>.</summary>
    public WordSum RestOfContent { get; } = new();

    /// <summary>Gets the letter groups of all words.</summary>
    public LetterGroups Letters { get; } = new();

    /// <summary>Gets the letter groups of the words that name the subject.</summary>
    public LetterGroups LettersOfContent { get; } = new();

    public ReadOnlySpan<char> Text(int word) => reader.Text(reader.Words[word]);

    public void Read(ReadOnlySpan<char> text)
    {
        reader.Read(text, MostWords + 4);
        Count = Math.Min(reader.Count, MostWords);
        IsCut = reader.IsCut || reader.Count > MostWords;
        Marks = IsCut ? 0 : CodeMarks.Count(text);
        EndsLikeCode = CodeMarks.EndsLikeCode(text);
        ReadWords();
        Sum(default, static c => c is WordClass.Content or WordClass.Number, Content);
        Sum(default, static c => c is not (WordClass.Content or WordClass.Number or WordClass.Polite), Frame);
        Sum(default, static c => c is not (WordClass.Polite or WordClass.Ask), Plain);
        ReadLetters();
    }

    /// <summary>Sums the words that the other side has not.</summary>
    /// <param name="shared">Per word, whether the other side has it.</param>
    public void SumRest(ReadOnlySpan<bool> shared)
    {
        Sum(shared, static c => c is not WordClass.Polite, Rest);
        Sum(shared, static c => c is WordClass.Content or WordClass.Number, RestOfContent);
    }

    private void ReadWords()
    {
        var sum = Whole.Components;
        sum.Clear();
        var words = Words;
        for (var i = 0; i < words.Length; i++)
        {
            ref readonly var word = ref words[i];
            var row = weights.Find(word.Hash);
            Known[i] = row >= 0;
            Rarities[i] = row >= 0 ? weights.Rarity(row) / 16f : UnknownRarity;
            Classes[i] = word.Kind == WordKind.Word ? FunctionWords.ClassOf(word.Hash) : word.Kind == WordKind.Number ? WordClass.Number : WordClass.Sign;
            if (row < 0 && word.Kind == WordKind.Number)
            {
                row = weights.Number(word.Length);
            }

            var wide = rows.AsSpan(i * QuestionWeights.Dimensions, QuestionWeights.Dimensions);
            if (row >= 0)
            {
                factors[i] = weights.Factor(row);
                ByteRows.Widen(SimdPaths.Best, weights.Row(row), wide);
                ByteRows.AddScaled(SimdPaths.Best, weights.Row(row), factors[i], sum);
            }
            else
            {
                UnknownWords.Sum(weights, word, reader.Text(word), unknown);
                factors[i] = Quantise(unknown, wide);
                TensorPrimitives.Add(sum, unknown, sum);
            }

            var squared = WideRowDots.One(SimdPaths.Best, wide, wide);
            InverseLengths[i] = squared == 0 ? 0 : 1 / MathF.Sqrt(squared);
        }

        Whole.Measure();
    }

    private void Sum(ReadOnlySpan<bool> leftOut, Func<WordClass, bool> wanted, WordSum sum)
    {
        Span<byte> chosen = stackalloc byte[MostWords];
        var count = 0;
        for (var i = 0; i < Count; i++)
        {
            if (wanted(Classes[i]) && (leftOut.IsEmpty || !leftOut[i]))
            {
                chosen[count++] = (byte)i;
            }
        }

        WideRowSums.Of(SimdPaths.Best, rows, factors, chosen[..count], sum.Components);
        sum.Measure();
    }

    private void ReadLetters()
    {
        Letters.Clear();
        LettersOfContent.Clear();
        for (var i = 0; i < Count; i++)
        {
            (Classes[i] is WordClass.Content or WordClass.Number ? LettersOfContent : Letters).Add(Text(i));
        }

        Letters.Add(LettersOfContent);
    }

    // One component after the other in whole numbers, so that every machine rounds alike. 127 times a mean of rows stays far below an integer's end.
    private static int Quantise(ReadOnlySpan<int> values, Span<short> row)
    {
        var largest = Math.Max(1, Math.Abs(TensorPrimitives.MaxMagnitude(values)));
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = (short)(values[i] * 127 / largest);
        }

        return Math.Max(1, largest / 127);
    }
}
