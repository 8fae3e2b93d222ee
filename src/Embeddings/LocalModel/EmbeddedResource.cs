using System.Reflection;

namespace Parsimony.Embeddings;

/// <summary>Files that lie inside this assembly.</summary>
internal static unsafe class EmbeddedResource
{
    /// <summary>The bytes of a resource, where they lie: an assembly's memory stays for the life of the process.</summary>
    public static ReadOnlySpan<byte> Bytes(string name)
    {
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from Parsimony.Embeddings. Install the package again.");
        if (stream is UnmanagedMemoryStream inPlace)
        {
            return new(inPlace.PositionPointer, (int)inPlace.Length);
        }

        // Some hosts load assemblies from managed memory. Pinned and never freed, like the assembly itself.
        var copy = GC.AllocateUninitializedArray<byte>((int)stream.Length, pinned: true);
        stream.ReadExactly(copy);
        Kept.Add(copy);
        return copy;
    }

    private static readonly List<byte[]> Kept = [];
}
