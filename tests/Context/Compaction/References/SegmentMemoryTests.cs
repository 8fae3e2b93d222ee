namespace Parsimony.Context.Tests.Compaction.References;

public class SegmentMemoryTests
{
    [Fact]
    public void A_text_is_split_once_whatever_string_holds_it()
    {
        var memory = new SegmentMemory();

        var first = Get(memory, Texts.Log(20));

        Assert.Same(first, Get(memory, Texts.Log(20)));
        Assert.NotSame(first, Get(memory, Texts.Log(21)));
        Assert.Equal(0, first.CountNotIn(TextSegments.Of(Texts.Log(20))));
    }

    [Fact]
    public void A_text_that_would_drive_out_all_others_is_not_held()
    {
        var memory = new SegmentMemory(4_000);
        var small = Get(memory, Texts.Log(5));

        Assert.NotSame(Get(memory, Texts.Log(200)), Get(memory, Texts.Log(200)));
        Assert.Same(small, Get(memory, Texts.Log(5)));
    }

    private static TextSegments Get(SegmentMemory memory, string text) => memory.Get(text, TextFingerprint.Of(text));
}
