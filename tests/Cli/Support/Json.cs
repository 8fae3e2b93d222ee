using System.Text.Json;
using System.Text.Json.Nodes;

namespace Parsimony.Cli.Tests;

/// <summary>Reads and compares what the tool prints.</summary>
internal static class Json
{
    public static string Of(IEvalReport report) => EvalJson.Of(report);

    /// <summary>Equal members in equal order; white space does not count, and 4 and 4.0 are one number.</summary>
    public static void Equal(string expected, string actual) => Assert.Equal(Write(expected), Write(actual));

    /// <summary>A copy without the members named, which say how long something took.</summary>
    public static string Without(JsonElement element, params string[] members)
    {
        var copy = JsonNode.Parse(element.GetRawText())!.AsObject();
        foreach (var member in members)
        {
            Assert.True(copy[member]!.GetValue<double>() > 0, member);
            copy.Remove(member);
        }

        return copy.ToJsonString();
    }

    private static string Write(string json) => JsonNode.Parse(json)!.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
}
