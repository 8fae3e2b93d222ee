using System.Buffers.Binary;
using System.IO.Compression;

namespace Parsimony.Context;

/// <summary>Loads the rank tables that are embedded in this assembly; eng/tokens/make-rank-tables.mjs makes them and says their format.</summary>
internal static class RankTables
{
    /// <summary>Loads a table.</summary>
    /// <param name="name">The encoding, such as <c>o200k_base</c>.</param>
    public static Vocabulary Load(string name)
    {
        using var resource = typeof(RankTables).Assembly.GetManifestResourceStream($"Parsimony.Context.Tokens.Tables.{name}.br")
            ?? throw new InvalidOperationException($"The rank table of {name} is not in the assembly.");
        using var table = new BrotliStream(resource, CompressionMode.Decompress);

        Span<byte> header = stackalloc byte[sizeof(int)];
        table.ReadExactly(header);
        var lengths = new byte[BinaryPrimitives.ReadInt32LittleEndian(header)];
        table.ReadExactly(lengths);
        var size = 0;
        foreach (var length in lengths)
        {
            size += length;
        }

        var bytes = new byte[size];
        table.ReadExactly(bytes);
        return new Vocabulary(lengths, bytes);
    }
}
