using System.Runtime.InteropServices;

namespace Parsimony.Embeddings;

/// <summary>
/// The trained weights: a row of signed bytes and a factor for every word and for every bucket of letter groups. They lie in the
/// assembly's own memory and are not copied.
/// </summary>
internal sealed unsafe class QuestionWeights
{
    /// <summary>The width of every row.</summary>
    public const int Dimensions = 256;

    private const uint Magic = 0x31575150; // "PQW1"
    private static readonly Lazy<QuestionWeights> Embedded = new(() => new(EmbeddedResource.Bytes("question-weights.bin")));

    private readonly sbyte* rows;
    private readonly ushort[] factors;
    private readonly byte[] rarities;
    private readonly ulong[] slots;
    private readonly ushort[] slotRows;
    private readonly int mask;

    public QuestionWeights(ReadOnlySpan<byte> file)
    {
        var header = MemoryMarshal.Cast<byte, uint>(file[..32]);
        if (header[0] != Magic || header[1] != Dimensions)
        {
            throw new InvalidDataException("The weights of the local model are not in the format that this version reads. Use the packages of one version of Parsimony together.");
        }

        (Words, Buckets, Numbers) = ((int)header[2], (int)header[3], (int)header[4]);
        Fingerprint = $"{header[6]:x8}{header[5]:x8}";
        var all = Words + Buckets + Numbers;
        var at = 32;
        var keys = MemoryMarshal.Cast<byte, ulong>(file.Slice(at, Words * 8));
        at += Words * 8;
        factors = MemoryMarshal.Cast<byte, ushort>(file.Slice(at, all * 2)).ToArray();
        at += all * 2;
        rarities = file.Slice(at, Words).ToArray();
        at = (at + Words + 31) / 32 * 32;
        fixed (byte* start = file[at..])
        {
            rows = (sbyte*)start;
        }

        if (file.Length < at + (all * Dimensions))
        {
            throw new InvalidDataException("The weights of the local model are cut short. Install the package again.");
        }

        var size = 1;
        while (size < Words * 2)
        {
            size *= 2;
        }

        mask = size - 1;
        slots = new ulong[size];
        slotRows = new ushort[size];
        for (var i = 0; i < keys.Length; i++)
        {
            var slot = Slot(keys[i]);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            (slots[slot], slotRows[slot]) = (keys[i], (ushort)i);
        }
    }

    /// <summary>Gets the weights that ship in this assembly.</summary>
    public static QuestionWeights Shipped => Embedded.Value;

    /// <summary>Gets how many words have a row of their own.</summary>
    public int Words { get; }

    /// <summary>Gets how many rows the letter groups of unknown words share.</summary>
    public int Buckets { get; }

    /// <summary>Gets how many rows unknown numbers share, by their length.</summary>
    public int Numbers { get; }

    /// <summary>Gets the first 64 bits of the SHA-256 of the trained numbers, as 16 hexadecimal digits.</summary>
    public string Fingerprint { get; }

    /// <summary>The row of a word, or -1.</summary>
    public int Find(ulong hash)
    {
        var slot = Slot(hash);
        while (slots[slot] != 0)
        {
            if (slots[slot] == hash)
            {
                return slotRows[slot];
            }

            slot = (slot + 1) & mask;
        }

        return -1;
    }

    /// <summary>The row of the letter group with a hash.</summary>
    public int Bucket(ulong hash) => Words + (int)((hash >> 20) % (uint)Buckets);

    /// <summary>The row of an unknown number of some length.</summary>
    public int Number(int length) => Words + Buckets + Math.Min(length, Numbers) - 1;

    public ReadOnlySpan<sbyte> Row(int row) => new(rows + ((nint)row * Dimensions), Dimensions);

    /// <summary>What a row counts in a sum; 1 to 4,095.</summary>
    public int Factor(int row) => factors[row];

    /// <summary>How rare a word is: the negative natural logarithm of its share of all words, in sixteenths.</summary>
    public int Rarity(int row) => rarities[row];

    private int Slot(ulong hash) => (int)((hash ^ (hash >> 29)) & (uint)mask);
}
