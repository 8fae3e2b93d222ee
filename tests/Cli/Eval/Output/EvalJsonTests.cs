using System.Text.Json;

namespace Parsimony.Cli.Tests;

public class EvalJsonTests
{
    [Fact]
    public void Is_one_line_that_keeps_text_readable_and_rounds_figures()
    {
        Assert.Equal("""{"café":0.333333,"n":null,"inf":null,"part":{"a \"b\"":2}}""", EvalJson.Of(new Figures()));
    }

    [Fact]
    public void The_table_says_the_same_in_lines()
    {
        Assert.Equal(
            """
            café        0.333333
            n                  -
            inf                -
            part a "b"         2
            """.ReplaceLineEndings(),
            EvalTable.Of(new Figures()));
    }

    private sealed class Figures : IEvalReport
    {
        public void Write(Utf8JsonWriter json)
        {
            json.WriteFigure("café", 1.0 / 3);
            json.WriteFigure("n", null);
            json.WriteFigure("inf", double.PositiveInfinity);
            json.WriteStartObject("part");
            json.WriteNumber("a \"b\"", 2);
            json.WriteEndObject();
        }
    }
}
