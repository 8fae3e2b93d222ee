namespace Parsimony.Context.Tests.Support;

/// <summary>A model of two directions: texts that hold a word of its topic, and all others.</summary>
internal sealed class TwoTopics(string[] topic, bool knowsWords) : ILocalEmbedding
{
    public TwoTopics(params string[] topic)
        : this(topic, knowsWords: true)
    {
    }

    public int Dimensions => 2;

    public int WordCount => topic.Length;

    public bool Embed(ReadOnlySpan<char> text, Span<float> destination)
    {
        var isTopic = false;
        foreach (var word in topic)
        {
            isTopic |= text.Contains(word, StringComparison.OrdinalIgnoreCase);
        }

        destination[0] = isTopic ? 1 : 0;
        destination[1] = isTopic ? 0 : 1;
        return true;
    }

    public int FindWord(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < topic.Length; i++)
        {
            if (knowsWords && word.SequenceEqual(topic[i]))
            {
                return i;
            }
        }

        return -1;
    }

    public void CompareWords(int word, ReadOnlySpan<int> others, Span<float> cosines) => cosines[..others.Length].Fill(1);
}
