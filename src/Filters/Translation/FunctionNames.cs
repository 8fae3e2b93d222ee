using System.Buffers;

namespace Parsimony.SemanticKernel;

/// <summary>The one name of a function in a plugin, as OpenAI's connectors send it.</summary>
internal static class FunctionNames
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    public static string Qualified(string? plugin, string name) => string.IsNullOrEmpty(plugin) ? name : $"{plugin}-{name}";

    /// <summary>Says whether a name was made up by Semantic Kernel for a function that was given none: it ends in a random id.</summary>
    public static bool IsMadeUp(string name) =>
        name.Length > 33 && name[^33] == '_' && name.AsSpan(name.Length - 32).IndexOfAnyExcept(HexDigits) < 0;
}
