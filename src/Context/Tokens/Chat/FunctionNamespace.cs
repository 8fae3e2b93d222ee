using System.Text;
using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>
/// Writes functions as the API does for its models: TypeScript declarations in a namespace. The form is known from what recorded
/// requests were charged, token by token.
/// </summary>
/// <param name="legacy">Whether the functions come in the older request field; see <see cref="SchemaType"/>.</param>
internal sealed class FunctionNamespace(bool legacy)
{
    /// <summary>Writes the namespace.</summary>
    public string Write(IEnumerable<AIFunctionDeclaration> functions)
    {
        var text = new StringBuilder("namespace functions {\n\n");
        foreach (var function in functions)
        {
            AppendComment(text, function.Description, 0);
            var schema = new SchemaType(function.JsonSchema, legacy);
            text.Append("type ").Append(function.Name).Append(" = (");
            if (schema.HasProperties)
            {
                text.Append("_: {\n");
                schema.AppendProperties(text, 0);
                text.Append('}');
            }

            text.Append(") => any;\n\n");
        }

        return text.Append("} // namespace functions").ToString();
    }

    /// <summary>Writes a description as a comment, each of its lines.</summary>
    internal static void AppendComment(StringBuilder text, string? description, int indent)
    {
        if (string.IsNullOrEmpty(description))
        {
            return;
        }

        foreach (var line in description.Split('\n'))
        {
            text.Append(' ', indent).Append("// ").Append(line).Append('\n');
        }
    }
}
