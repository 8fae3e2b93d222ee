using System.Text.Encodings.Web;

namespace Parsimony.Context;

/// <summary>Writes text as JSON strings, with no more escapes than JSON asks for.</summary>
internal static class JsonQuoting
{
    public static string Escape(string text) => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text);

    public static string Quote(string text) => '"' + Escape(text) + '"';
}
