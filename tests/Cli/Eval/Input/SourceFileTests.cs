using System.Text;

namespace Parsimony.Cli.Tests;

public class SourceFileTests
{
    [Fact]
    public void Skips_blank_lines_and_still_counts_them()
    {
        using var file = new InputFile("one\n\n   \nfour\n");
        Assert.Equal([("one", 1), ("four", 4)], SourceFile.ReadLines(file.Path).Select(line => (line.Text, line.Number)));
    }

    [Fact]
    public void Tolerates_a_byte_order_mark_and_CRLF_and_a_missing_last_line_ending()
    {
        using var file = new InputFile([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("é\r\nb")]);
        Assert.Equal(["é", "b"], SourceFile.ReadLines(file.Path).Select(line => line.Text));
    }

    [Fact]
    public void Names_the_line_that_is_not_UTF_8()
    {
        using var file = new InputFile([(byte)'a', (byte)'\n', 0xE9, (byte)'\n']);
        var fault = Assert.Throws<InputException>(() => SourceFile.ReadLines(file.Path));
        Assert.Contains($"{file.Path}, line 2:", fault.Message, StringComparison.Ordinal);
        Assert.Contains("UTF-8", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_UTF_16_for_what_it_is()
    {
        using var file = new InputFile([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a\n")]);
        var fault = Assert.Throws<InputException>(() => SourceFile.ReadLines(file.Path));
        Assert.Contains("UTF-16", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_a_file_does_not_exist()
    {
        var fault = Assert.Throws<InputException>(() => SourceFile.ReadLines("no-such-file.tsv"));
        Assert.Equal("no-such-file.tsv: there is no such file. Check the path.", fault.Message);
    }
}
