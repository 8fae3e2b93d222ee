namespace Parsimony.Context.Tests.Scoring.Words;

public class WordReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Hello, World!", "hello|world")]
    [InlineData("It's Ann's", "it's|ann's")]
    [InlineData("it’s 'quoted'", "it's|quoted")]
    [InlineData("snake_case-word a.b", "snake|case|word|a|b")]
    [InlineData("costs $1,250.00, or 3.5%.", "costs|1250.00|or|3.5")]
    [InlineData("v1.2.3 ABC123", "v1.2.3|abc123")]
    [InlineData("Straße ÉTÉ Привет, Γειά", "straße|été|привет|γειά")]
    [InlineData("नमस्ते दुनिया", "नमस्ते|दुनिया")]
    [InlineData("🧑‍🚀 \ud83d x", "x")]
    public void Words_are_runs_of_letters_and_digits_in_lower_case(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Read(text).Select(w => w.Word)));

    [Theory]
    [InlineData("日本語", 2)]
    [InlineData("龍", 1)]
    [InlineData("日本 語", 2)]
    [InlineData("東京へtravel", 3)]
    [InlineData("한국어", 2)]
    [InlineData("𠀀𠀁", 1)]
    public void Unspaced_scripts_give_pairs_of_neighbours(string text, int terms) => Assert.Equal(terms, Read(text).Count);

    [Fact]
    public void The_same_pair_in_another_place_is_the_same_term() =>
        Assert.Equal(Read("日本語")[1].Term, Read("外国語、本語")[^1].Term);

    [Fact]
    public void Inflected_words_and_thousands_with_or_without_commas_are_the_same_term()
    {
        Assert.Equal(Read("refunds")[0].Term, Read("Refunded")[0].Term);
        Assert.Equal(Read("1,250.00")[0].Term, Read("1250.00")[0].Term);
        Assert.NotEqual(Read("1250")[0].Term, Read("1251")[0].Term);
    }

    [Fact]
    public void A_word_without_end_is_read_as_one() => Assert.Single(Read(new string('a', 100_000)));

    [Fact]
    public void Terms_are_the_same_in_every_process() => Assert.Equal(979454374779542989UL, Read("parsimony")[0].Term);

    private static List<(string Word, ulong Term)> Read(string text)
    {
        var words = new List<(string, ulong)>();
        var reader = new WordReader(text, stackalloc char[WordReader.BufferLength]);
        while (reader.MoveNext())
        {
            words.Add((reader.Word.ToString(), reader.Term));
        }

        return words;
    }
}
