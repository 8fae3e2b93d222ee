namespace Parsimony.Embeddings.Tests;

public class CodeMarksTests
{
    [Theory]
    [InlineData("How do I reset my password?", 0)]
    [InlineData("Tom's (best) answer: \"maybe\", he said...", 0)]
    [InlineData("What does x = y; mean?", 2)]
    [InlineData("print(os.environ[\"HOME\"])", 3)]
    [InlineData("a && b", 1)]
    [InlineData("{}", 1)]
    public void Runs_of_punctuation_that_look_like_code_are_counted(string text, int marks) => Assert.Equal(marks, CodeMarks.Count(text));

    [Theory]
    [InlineData("return x; ", true)]
    [InlineData("int main() {\n}\n", true)]
    [InlineData("How are you?", false)]
    [InlineData("", false)]
    public void A_statement_and_a_block_end_like_code(string text, bool expected) => Assert.Equal(expected, CodeMarks.EndsLikeCode(text));
}
