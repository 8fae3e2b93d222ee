using System.IO.Compression;

namespace Parsimony.Embeddings;

/// <summary>The word lists that are compiled in.</summary>
internal static class GuardResource
{
    /// <summary>The lines of a list that are neither empty nor remarks.</summary>
    /// <exception cref="InvalidOperationException">The assembly was built without the list.</exception>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(GuardResource).Assembly.GetManifestResourceStream("Parsimony.Embeddings.Guards." + name)
            ?? throw new InvalidOperationException($"The assembly was built without its word list '{name}'.");
        using var reader = new StreamReader(name.EndsWith(".br", StringComparison.Ordinal) ? new BrotliStream(stream, CompressionMode.Decompress) : stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
