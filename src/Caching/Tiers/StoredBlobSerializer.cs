using System.Buffers;
using Microsoft.Extensions.Caching.Hybrid;

namespace Parsimony.Caching;

/// <summary>Carries envelopes through <c>HybridCache</c> as they are.</summary>
internal sealed class StoredBlobSerializer : IHybridCacheSerializer<StoredBlob>
{
    public StoredBlob Deserialize(ReadOnlySequence<byte> source) => StoredBlob.Read(source.ToArray());

    public void Serialize(StoredBlob value, IBufferWriter<byte> target) => target.Write(value.Bytes.Span);
}
