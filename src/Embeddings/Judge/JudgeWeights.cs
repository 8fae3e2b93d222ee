using System.Runtime.InteropServices;

namespace Parsimony.Embeddings;

/// <summary>The trained judge: what a cosine says, trees for the meaning, trees for the small differences that change an answer, and the curve that makes a probability of their scores.</summary>
internal sealed class JudgeWeights
{
    private const uint Magic = 0x324a5350; // "PSJ2"
    private const int HeaderBytes = 32;
    private static readonly Lazy<JudgeWeights> Embedded = new(() => new(EmbeddedResource.Bytes("judge-weights.bin")));

    private readonly TreeEnsemble meaning;
    private readonly TreeEnsemble differences;
    private readonly float differencesFloor;
    private readonly float differencesWeight;
    private readonly float refusal;
    private readonly float refused;
    private readonly int cosineFeature;
    private readonly Curve cosineScore;
    private readonly Curve probability;

    public JudgeWeights(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderBytes || MemoryMarshal.Read<uint>(file) != Magic)
        {
            throw new InvalidDataException("The weights of the judge are not in the format that this version reads. Use the packages of one version of Parsimony together.");
        }

        Fingerprint = Convert.ToHexStringLower(file[4..12]);
        (differencesFloor, differencesWeight) = (MemoryMarshal.Read<float>(file[12..]), MemoryMarshal.Read<float>(file[16..]));
        (refusal, refused, cosineFeature) = (MemoryMarshal.Read<float>(file[20..]), MemoryMarshal.Read<float>(file[24..]), MemoryMarshal.Read<int>(file[28..]));
        var rest = file[HeaderBytes..];
        cosineScore = new(rest, out var length);
        rest = rest[length..];
        probability = new(rest, out length);
        rest = rest[length..];
        meaning = new(rest, out length);
        differences = new(rest[length..], out _);
    }

    /// <summary>Gets the judge that ships in this assembly.</summary>
    public static JudgeWeights Shipped => Embedded.Value;

    /// <summary>Gets the first 64 bits of the SHA-256 of the trained numbers, as 16 hexadecimal digits.</summary>
    public string Fingerprint { get; }

    /// <summary>
    /// The probability that one answer serves a pair. Its score is what the cosine of the two says, raised or lowered by the trees for the
    /// meaning, lowered where the trees for small differences see one; where they are sure of one, the pair stays below the bound of every named policy.
    /// </summary>
    public double Probability(ReadOnlySpan<float> features)
    {
        var difference = differences.Score(features);
        var score = cosineScore.At(features[cosineFeature]) + meaning.Score(features) + (differencesWeight * Math.Min(0, difference - differencesFloor));
        return (difference < refusal ? refused : 1) * Probability(score);
    }

    /// <summary>The probability that belongs to a score.</summary>
    public double Probability(double score) => probability.At(score);
}
