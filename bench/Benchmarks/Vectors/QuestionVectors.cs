namespace Parsimony.Benchmarks.Vectors;

/// <summary>
/// Questions that people asked, one a line of the text files of a folder: each the sum of a fixed random vector a word, weighted by how rare
/// the word is. Every 50th question is looked up; every other one of these has lost its first word.
/// </summary>
internal static class QuestionVectors
{
    public static VectorSet Make(string folder)
    {
        var questions = Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines).Select(Words).Where(static words => words.Length > 2).ToArray();
        new Random(5).Shuffle(questions);
        var seen = questions.SelectMany(static words => words.Distinct()).CountBy(static word => word).ToDictionary();
        float[] Embed(IEnumerable<string> words)
        {
            var sum = new float[VectorSet.Dimensions];
            foreach (var word in words)
            {
                var weight = MathF.Log((1f + questions.Length) / seen[word]);
                var random = new Random(Seed(word));
                for (var i = 0; i < sum.Length; i++)
                {
                    sum[i] += weight * (random.NextSingle() - 0.5f);
                }
            }

            return VectorSet.Unit(sum);
        }

        var held = questions.Where(static (_, i) => i % 50 != 0).Select(Embed).ToArray();
        var asked = questions.Where(static (_, i) => i % 50 == 0).Select((words, i) => Embed(words.Skip(i % 2))).ToArray();
        return new("questions", held, asked);
    }

    private static string[] Words(string line) =>
        line.ToLowerInvariant().Split([' ', '?', ',', '.', '"', '\'', '(', ')'], StringSplitOptions.RemoveEmptyEntries);

    private static int Seed(string word)
    {
        var hash = 17;
        foreach (var c in word)
        {
            hash = unchecked((hash * 31) + c);
        }

        return hash & int.MaxValue;
    }
}
