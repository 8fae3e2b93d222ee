using System.Runtime.InteropServices;

namespace Parsimony.Embeddings;

/// <summary>The trained recogniser of self-contained turns: an ensemble of trees.</summary>
internal sealed class TurnWeights
{
    private const uint Magic = 0x31545350; // "PST1"
    private const int HeaderBytes = 12;
    private static readonly Lazy<TurnWeights> Embedded = new(() => new(EmbeddedResource.Bytes("turn-weights.bin")));

    private readonly TreeEnsemble trees;

    public TurnWeights(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderBytes || MemoryMarshal.Read<uint>(file) != Magic)
        {
            throw new InvalidDataException("The weights of the recogniser of turns are not in the format that this version reads. Use the packages of one version of Parsimony together.");
        }

        Fingerprint = Convert.ToHexStringLower(file[4..HeaderBytes]);
        trees = new(file[HeaderBytes..], out _);
    }

    /// <summary>Gets the weights that ship in this assembly.</summary>
    public static TurnWeights Shipped => Embedded.Value;

    /// <summary>Gets the first 64 bits of the SHA-256 of the trained numbers, as 16 hexadecimal digits.</summary>
    public string Fingerprint { get; }

    /// <summary>The log-odds that a turn means the same without the history before it.</summary>
    public double Score(ReadOnlySpan<float> features) => trees.Score(features);
}
