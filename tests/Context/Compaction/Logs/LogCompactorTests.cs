namespace Parsimony.Context.Tests.Compaction.Logs;

public class LogCompactorTests
{
    [Fact]
    public void Lines_that_differ_in_times_ids_and_numbers_are_written_once_with_their_number()
    {
        var text = Compact(Texts.Log(500), 160)!;

        Assert.InRange(Texts.Count(text), 100, 160);
        Assert.Matches(@"^\[\d+ of 502 lines; xN: N such lines but for times, ids and numbers\]\n", text);
        Assert.Contains("2024-05-01T10:00:00Z INFO request req-0 served in 0 ms [x500]\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_and_the_lines_of_their_stack_stay_before_all_others()
    {
        var text = Compact(Texts.Log(500), 90)!;

        Assert.Contains("ERROR disk sda250 is full\n    at Storage.Write()", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_with_an_id_of_the_query_stays()
    {
        var id = $"req-{123 * 7919:x}";

        Assert.Contains(id + " served", Compact(Texts.Log(500), 120, $"What of {id}?"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_out_altogether_is_counted()
    {
        var kinds = string.Concat(Enumerable.Range(0, 300).Select(i => $"module{(char)('a' + (i % 26))}{(char)('a' + (i / 26))} says hello\n"));

        Assert.EndsWith(" other lines left out ...]", Compact(kinds + kinds, 100), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("one\ntwo\nthree\n")]
    [InlineData("\n\n\n\n\n\n\n\n\n\n")]
    public void Short_lists_are_left(string text) => Assert.Null(Compact(text, 5));

    [Fact]
    public void Paragraphs_are_no_log_however_alike()
    {
        Assert.Null(Compact(Texts.Document(300), 100));
        Assert.NotNull(Compact(Texts.Document(300).Replace("\n\n", "\n", StringComparison.Ordinal), 100));
    }

    [Fact]
    public void Too_little_room_is_left_to_others() => Assert.Null(Compact(Texts.Log(500), 20));

    private static string? Compact(string text, int maxTokens, string? query = null) => new LogCompactor().Compact(text, Texts.Target(maxTokens, query));
}
