using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Context.Tests;

public class FunctionNamespaceTests
{
    [Fact]
    public void A_function_without_parameters_takes_none()
        => Assert.Equal(
            "namespace functions {\n\n// Does it\ntype do_it = () => any;\n\n} // namespace functions",
            Write("""{"type":"object","properties":{}}"""));

    [Fact]
    public void Properties_stand_one_a_line_with_their_descriptions()
        => AssertParameters(
            """{"properties":{"city":{"type":"string","description":"Where"},"days":{"type":"integer","default":3}},"required":["city"]}""",
            "// Where\ncity: string,\ndays?: number, // default: 3\n");

    [Theory]
    [InlineData("""{"enum":["a","b"],"type":"string"}""", "\"a\" | \"b\"")]
    [InlineData("""{"type":"array","items":{"type":"boolean"}}""", "boolean[]")]
    [InlineData("""{"type":"array"}""", "any[]")]
    [InlineData("""{"type":["string","null"]}""", "string | null")]
    [InlineData("""{"anyOf":[{"type":"number"},{"type":"null"}]}""", "number | null")]
    [InlineData("""{"type":"object"}""", "object")]
    [InlineData("""{}""", "any")]
    [InlineData("""true""", "any")]
    [InlineData("""{"$ref":"#/$defs/Size"}""", "\"s\" | \"l\"")]
    [InlineData("""{"$ref":"#/$defs/Missing"}""", "any")]
    public void A_schema_becomes_a_type(string schema, string type)
        => AssertParameters("""{"properties":{"x":SCHEMA},"$defs":{"Size":{"enum":["s","l"]}}}""".Replace("SCHEMA", schema, StringComparison.Ordinal), $"x?: {type},\n");

    [Fact]
    public void A_nested_description_is_kept_in_tools_and_dropped_in_the_older_field()
    {
        const string Schema = """{"properties":{"o":{"type":"object","properties":{"p":{"type":"string","description":"Inner"}}}}}""";
        AssertParameters(Schema, "o?: {\n// Inner\np?: string,\n},\n");
        Assert.Contains("o?: {\n  p?: string,\n},\n", Write(Schema, legacy: true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_that_contains_itself_comes_to_an_end()
        => Assert.Contains("next?: ", Write("""{"properties":{"next":{"$ref":"#"}}}"""), StringComparison.Ordinal);

    private static void AssertParameters(string schema, string parameters)
        => Assert.Contains("type do_it = (_: {\n" + parameters + "}) => any;", Write(schema), StringComparison.Ordinal);

    private static string Write(string schema, bool legacy = false)
        => new FunctionNamespace(legacy).Write([AIFunctionFactory.CreateDeclaration("do_it", "Does it", JsonElement.Parse(schema))]);
}
