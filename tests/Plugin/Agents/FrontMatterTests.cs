using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Tests.Agents;

public class FrontMatterTests
{
    [Theory]
    [InlineData("a: plain text", "plain text")]
    [InlineData("a: plain # comment", "plain")]
    [InlineData("a: C#", "C#")]
    [InlineData("a: Use this when: the user asks", "Use this when: the user asks")]
    [InlineData("a: http://localhost:80/x", "http://localhost:80/x")]
    [InlineData("a: over\n  two lines", "over two lines")]
    [InlineData("a:\n  on the next\n  lines", "on the next lines")]
    [InlineData("a: 'single ''quoted'' # text' # comment", "single 'quoted' # text")]
    [InlineData("a: \"double\\n\\\"quoted\\\" \\u00e9\\x41\"", "double\n\"quoted\" éA")]
    [InlineData("a: |\n  first\n    second\n\n  third", "first\n  second\n\nthird")]
    [InlineData("a: |-\n  first", "first")]
    [InlineData("a: >\n  first\n  second\n\n  third", "first second\nthird")]
    [InlineData("\"a\": quoted key", "quoted key")]
    [InlineData("a: -5", "-5")]
    public void A_scalar_is_read_as_YAML_means_it(string yaml, string expected)
    {
        var entry = Assert.Single(Read(yaml).Entries);

        Assert.Null(entry.Problem);
        Assert.Equal("a", entry.Key);
        Assert.Equal([expected], entry.Values);
    }

    [Theory]
    [InlineData("a: [one, \"two, three\", 'four'] # comment", "one|two, three|four")]
    [InlineData("a: [one,\n  two,\n  ]", "one|two")]
    [InlineData("a: []", "")]
    [InlineData("a:\n  - one\n  # comment\n  - \"two: 2\"", "one|two: 2")]
    [InlineData("a:\n- one\n- two words # comment", "one|two words")]
    [InlineData("a:", "")]
    public void A_list_is_read_inline_and_as_a_block(string yaml, string expected)
    {
        var entry = Assert.Single(Read(yaml + "\n").Entries);

        Assert.Null(entry.Problem);
        Assert.Equal(expected, string.Join('|', entry.Values));
    }

    [Fact]
    public void A_file_full_of_empty_lines_is_gone_through_once()
    {
        // Gone through again from each line on, that would be a million million steps.
        var entries = Read($"a: one{new string('\n', 1_000_000)}  two\nb:{new string('\n', 1_000_000)}c: |{new string('\n', 1_000_000)}").Entries;

        Assert.Equal(["one two", "", ""], entries.Select(e => e.First ?? ""));
    }

    [Theory]
    [InlineData("a: {b: c}")]
    [InlineData("a: &anchor b")]
    [InlineData("a: *alias")]
    [InlineData("a: !tag b")]
    [InlineData("a: [b, [c]]")]
    [InlineData("a: [b")]
    [InlineData("a: \"open")]
    [InlineData("a: \"bad \\q escape\"")]
    [InlineData("a: 'x' y")]
    [InlineData("a:\n  b: c\n  d:\n    - e")]
    [InlineData("a:\n  - b: c\n    d: e")]
    public void What_it_cannot_read_is_marked_and_stops_nothing_behind_it(string yaml)
    {
        var entries = Read(yaml + "\nz: last").Entries;

        Assert.NotNull(entries[0].Problem);
        Assert.Equal(["last"], entries[^1].Values);
        Assert.Equal(2, entries.Count);
    }

    [Fact]
    public void Lines_are_counted_from_the_beginning_of_the_file_whatever_ends_them()
    {
        var matter = FrontMatter.Read("\uFEFF---\r\n# a comment\r\nname: a\r\n\r\nlist:\r\n  - x\r\nlast: b\r\n---\r\n# Heading\r\n")!;

        Assert.Equal([("name", 3), ("list", 5), ("last", 7)], matter.Entries.Select(e => (e.Key, e.Line)));
        Assert.Equal("# Heading\n", matter.Body);
    }

    [Theory]
    [InlineData("no front matter")]
    [InlineData("")]
    [InlineData("\n---\nname: a\n---")]
    public void A_text_without_front_matter_has_none(string text) => Assert.Null(FrontMatter.Read(text));

    [Theory]
    [InlineData("---\nname: a\n", 1)]
    [InlineData("---\nname: a\nwhat is this\n---", 3)]
    [InlineData("---\n  indented: a\n---", 2)]
    [InlineData("---\n: a\n---", 2)]
    public void What_is_no_key_is_named_by_its_line(string text, int line) =>
        Assert.Equal(line, Assert.Throws<FrontMatterException>(() => FrontMatter.Read(text)).Line);

    [Fact]
    public void Any_text_is_read_or_refused_with_a_line() =>
        Prop.ForAll(Gen.Elements("a", ": ", "\n", "- ", "  ", "[", "]", "\"", "'", "|", ">", "#", ",", "\\", "\t", "{", "---", "é").ListOf().ToArbitrary(), parts =>
        {
            try
            {
                FrontMatter.Read("---\n" + string.Concat(parts) + "\n---\n");
            }
            catch (FrontMatterException e)
            {
                Assert.True(e.Line > 0);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    private static FrontMatter Read(string yaml) => FrontMatter.Read($"---\n{yaml}\n---\nProse.")!;
}
