using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Context.Tests.Compaction;

public class TextCompactorTests
{
    private static readonly string[] Samples =
    [
        Texts.Json(200), Texts.Log(300), Texts.Document(80), $"x {Texts.Base64(3_000)} y", "a  b\n\n\n\nc   ", "",
        "{\"rows\": " + Texts.Json(50) + ", \"text\": \"" + new string('z', 4_000) + "\"}",
        string.Concat(Enumerable.Range(0, 300).Select(i => $"{{\"n\": {i}}}\n")), "日本語の文。\n" + new string('龍', 900),
    ];

    [Fact]
    public void No_text_is_longer_than_asked_or_than_it_was_and_the_same_text_gives_the_same()
    {
        var pieces = Gen.Elements([.. Samples, .. Samples.Select(s => s[..(s.Length / 3)]), "\ud83d", "[", "\"", "\\"]);
        var cases =
            from parts in Gen.Choose(1, 3).SelectMany(n => pieces.ArrayOf(n))
            from max in Gen.Choose(1, 600)
            from query in Gen.Elements<string?>(null, "person41", "topic7 disk", "req-1eef")
            select (Text: string.Concat(parts), max, query);

        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var result = Compact(new TextCompactor([]), c.Text, c.max, c.query);
            return Texts.Count(result) <= Math.Min(c.max, Texts.Count(c.Text)) && result == Compact(new TextCompactor([]), c.Text, c.max, c.query);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void A_gentle_form_is_never_longer_and_says_nothing_is_left_out()
    {
        foreach (var sample in Samples)
        {
            var gentle = new TextCompactor([]).CompactGently(new SourceText(sample), Texts.Counter).Text;

            Assert.True(Texts.Count(gentle) <= Texts.Count(sample));
            Assert.DoesNotContain("tokens left out", gentle, StringComparison.Ordinal);
            Assert.DoesNotContain("leftOut", gentle, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_was_written_once_is_remembered_by_its_content()
    {
        var compactor = new TextCompactor([]);
        var counter = new CountingCounter();
        var target = new CompactionTarget(100, TextQuery.None, counter);
        var first = compactor.Compact(new SourceText(Texts.Json(200)), target, isRequired: true).Text;
        var calls = counter.Calls;

        Assert.Same(first, compactor.Compact(new SourceText(Texts.Json(200)), target, isRequired: true).Text);
        Assert.InRange(counter.Calls - calls, 1, 3);
    }

    [Fact]
    public void Without_passages_a_text_is_cut_to_a_limit_only_where_it_has_to_be()
    {
        var compactor = new TextCompactor(new HashSet<string> { ContextCompactors.Passages });

        Assert.Same(Samples[2], Compact(compactor, Samples[2], 50, null, isRequired: false));
        Assert.InRange(Texts.Count(Compact(compactor, Samples[2], 50, null)), 20, 50);
    }

    private static string Compact(TextCompactor compactor, string text, int maxTokens, string? query, bool isRequired = true) =>
        compactor.Compact(new SourceText(text), Texts.Target(maxTokens, query), isRequired).Text;

    private sealed class CountingCounter : TokenCounter
    {
        public int Calls { get; private set; }

        public override string Name => "counting";

        public override int Count(ReadOnlySpan<char> text)
        {
            Calls++;
            return O200kBase.Count(text);
        }

        public override int GetPrefixLength(ReadOnlySpan<char> text, int maxTokens, out int tokenCount) => O200kBase.GetPrefixLength(text, maxTokens, out tokenCount);
    }
}
