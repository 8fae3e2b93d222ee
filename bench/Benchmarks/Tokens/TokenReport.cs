using System.Globalization;
using System.Text;
using Parsimony.Context;

namespace Parsimony.Benchmarks.Tokens;

/// <summary>
/// The figures of bench/results/tokens.md in one run: short passes, ours and the peer's by turns, best and median. On a shared machine the
/// best pass is the one that nobody disturbed.
/// </summary>
internal static partial class TokenReport
{
    private static readonly string[] Units = ["a", "^", " ", "_", "\n", "文", "ab", "é"];

    /// <summary>Measures and prints.</summary>
    /// <param name="folder">A folder of UTF-8 texts (*.txt) to count beside those of the repository, if any.</param>
    public static void Run(string? folder)
    {
        Func<string, int>? peer = null;
        MakePeer(ref peer);
        var texts = new List<(string Name, string Text)> { ("English", SampleTexts.English), ("C#", SampleTexts.CSharp), ("zh+ru+ja+de", SampleTexts.Mixed) };
        if (folder is not null)
        {
            var files = Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).ToList();
            texts.AddRange(files.Select(file => (Path.GetFileName(file), File.ReadAllText(file))));
            texts.Add(("zh+ru+de of it", string.Concat(files.Where(f => Path.GetFileName(f) is "zh.txt" or "ru.txt" or "de.txt").Select(File.ReadAllText))));
        }

        Console.WriteLine("MB/s of UTF-8, best / median | ours | Microsoft.ML.Tokenizers | allocated by ours");
        foreach (var (name, text) in texts.Where(t => t.Text.Length > 0))
        {
            var (ours, theirs, allocated) = Passes.ByTurns(() => TokenCounter.O200kBase.Count(text), peer is null ? null : () => peer(text));
            Console.WriteLine($"warm {name} | {Speed(ours, text)} | {(theirs is null ? "-" : Speed(theirs, text))} | {allocated} B");
        }

        var vocabulary = RankTables.Load("o200k_base");
        foreach (var (name, text) in texts.Where(t => t.Name is "English" or "en.txt"))
        {
            var (cold, _, allocated) = Passes.ByTurns(() => new BpeTokenCounter<O200kSplitter>("cold", vocabulary).Count(text), null);
            Console.WriteLine($"cold {name} | {Speed(cold, text)} | - | {allocated} B");
        }

        Console.WriteLine("ms, best / median");
        foreach (var unit in Units)
        {
            var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / Encoding.UTF8.GetByteCount(unit)));
            Console.WriteLine($"1 MB of U+{(int)unit[0]:X4}{(unit.Length > 1 ? "..." : "")} | {Millis(Passes.ByTurns(() => TokenCounter.O200kBase.Count(text), null).Ours)}");
        }

        Console.WriteLine($"loading the table | {Millis(Passes.ByTurns(() => RankTables.Load("o200k_base").Count, null).Ours)}");
        var recount = new TokenRecountBenchmarks();
        recount.Count();
        Console.WriteLine($"100 messages recounted after one new one of 2 KB | {Millis(Passes.ByTurns(recount.OneNewMessage, null).Ours)}");
        Console.WriteLine($"the same, nothing new | {Millis(Passes.ByTurns(recount.NothingNew, null).Ours)}");
        Console.WriteLine($"map of English | {Millis(Passes.ByTurns(() => TokenCounter.O200kBase.Map(SampleTexts.English).TokenCount, null).Ours)}");
    }

    /// <summary>Makes the peer's counter; without one (core build) the peer's column stays empty.</summary>
    static partial void MakePeer(ref Func<string, int>? peer);

    private static string Speed(List<double> micros, string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        return string.Create(CultureInfo.InvariantCulture, $"{bytes / micros[0]:F1} / {bytes / micros[micros.Count / 2]:F1}");
    }

    private static string Millis(List<double> micros)
        => string.Create(CultureInfo.InvariantCulture, $"{micros[0] / 1000:F4} / {micros[micros.Count / 2] / 1000:F4}");
}
