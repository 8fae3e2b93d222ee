using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Context.Tests;

public class TokenCounterTests
{
    [Fact]
    public void Golden_vectors_count_as_OpenAIs_own_implementation_counts_them()
    {
        var vectors = GoldenVectors.Read().ToList();
        Assert.True(vectors.Count >= 300, $"{vectors.Count} vectors");
        foreach (var (text, o200k, cl100k) in vectors)
        {
            var shown = text.Length > 60 ? text[..60] + "..." : text;
            Assert.True(o200k == TokenCounter.O200kBase.Count(text), $"o200k_base of '{shown}': {o200k} expected");
            Assert.True(cl100k == TokenCounter.Cl100kBase.Count(text), $"cl100k_base of '{shown}': {cl100k} expected");
        }
    }

    [Fact]
    public void A_second_count_is_the_same_as_the_first()
    {
        // The second comes from the memory of pieces.
        foreach (var (text, o200k, _) in GoldenVectors.Read())
        {
            TokenCounter.O200kBase.Count(text);
            Assert.Equal(o200k, TokenCounter.O200kBase.Count(text));
        }
    }

    [Fact]
    public void Counting_on_many_threads_gives_the_same_counts()
    {
        var vectors = GoldenVectors.Read().Where(v => v.Text.Length < 2000).ToList();
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            foreach (var (text, o200k, _) in vectors)
            {
                Assert.Equal(o200k, TokenCounter.O200kBase.Count(text));
            }
        });
    }

    [Fact]
    public void A_lone_surrogate_counts_as_the_replacement_character_it_is_sent_as()
    {
        foreach (var text in new[] { "\ud83d", "a\udc00b", "\udc00\ud83d", "x \ud83d\ud83d\ude00 y", "'\ud800s" })
        {
            var sent = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            Assert.Equal(TokenCounter.O200kBase.Count(sent), TokenCounter.O200kBase.Count(text));
            Assert.Equal(TokenCounter.Cl100kBase.Count(sent), TokenCounter.Cl100kBase.Count(text));
        }
    }

    [Fact]
    public void Special_tokens_in_user_text_are_ordinary_text()
    {
        Assert.True(TokenCounter.O200kBase.Count("<|endoftext|>") > 1);
        Assert.True(TokenCounter.Cl100kBase.Count("<|im_start|>") > 1);
    }

    [Fact]
    public void Counting_allocates_nothing_when_warm()
    {
        var text = string.Concat(GoldenVectors.Read().Select(v => v.Text).Where(t => t.Length < 300));
        TokenCounter.O200kBase.Count(text);
        TokenCounter.O200kBase.Count(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        TokenCounter.O200kBase.Count(text);

        // A thread that moved to another processor in between may find no idle buffers there; not on every try.
        for (var tries = 0; tries < 10 && GC.GetAllocatedBytesForCurrentThread() - before > 0; tries++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            TokenCounter.O200kBase.Count(text);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Texts_joined_at_a_line_break_count_as_their_sum()
    {
        // Between a line break and a letter both pretokenizers always cut, whatever stands around.
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<NonNull<string>>(), (left, right) =>
        {
            var first = left.Get + "x\n";
            var second = "y" + right.Get;
            return TokenCounter.O200kBase.Count(first + second) == TokenCounter.O200kBase.Count(first) + TokenCounter.O200kBase.Count(second);
        }).QuickCheckThrowOnFailure();
    }
}
