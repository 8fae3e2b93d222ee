namespace Parsimony.Cli.Tests;

public class PairsFileTests
{
    [Fact]
    public void Reads_labels_questions_and_kinds()
    {
        using var file = new InputFile("label\tleft\tright\tkind\n1\tA?\tB?\tx\n0\tC?\tD?\t\n");
        Assert.Equal([new QuestionPair(true, "A?", "B?", "x"), new QuestionPair(false, "C?", "D?", null)], PairsFile.Read(file.Path));
    }

    [Fact]
    public void Takes_quotes_as_they_are_and_ignores_further_columns()
    {
        using var file = new InputFile("\uFEFFlabel\tleft\tright\tkind\tsource\r\n1\t\"A\t?\tx\tsomewhere\r\n");
        Assert.Equal([new QuestionPair(true, "\"A", "?", "x")], PairsFile.Read(file.Path));
    }

    [Theory]
    [InlineData("label\tleft\tright\n\n2\tA?\tB?\n", "line 3: its label is neither 1 nor 0. Write 1")]
    [InlineData("label\tleft\tright\n1 A? B?\n", "line 2: it has 1 of at least 3 columns. Write label<TAB>")]
    [InlineData("1\tA?\tB?\n0\tA?\tC?\n", "line 1: a pair stands where the header line is expected. Put")]
    [InlineData("label\tleft\tright\n", ": it holds a header line but no pairs.")]
    [InlineData("", ": it is empty.")]
    public void Says_what_is_wrong_where_and_what_to_do(string text, string message)
    {
        using var file = new InputFile(text);
        var fault = Assert.Throws<InputException>(() => PairsFile.Read(file.Path));
        Assert.StartsWith(file.Path, fault.Message, StringComparison.Ordinal);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }
}
