using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;

namespace Parsimony.Caching;

/// <summary>Turns values into bytes and back: text, bytes, and whatever has a serializer registered.</summary>
internal sealed class ItemSerializers(IServiceProvider services)
{
    /// <summary>The value itself if all readers may share one instance, else the default: then each gets a copy.</summary>
    public static T? Shareable<T>(T value) => Immutable<T>.Is ? value : default;

    public T Read<T>(ReadOnlyMemory<byte> bytes)
    {
        if (typeof(T) == typeof(string))
        {
            return (T)(object)Encoding.UTF8.GetString(bytes.Span);
        }

        return typeof(T) == typeof(byte[]) ? (T)(object)bytes.ToArray() : Find<T>().Deserialize(new(bytes));
    }

    public ReadOnlyMemory<byte> Write<T>(T value)
    {
        if (value is string text)
        {
            return Encoding.UTF8.GetBytes(text);
        }

        if (value is byte[] bytes)
        {
            return bytes.ToArray();
        }

        var buffer = new ArrayBufferWriter<byte>();
        Find<T>().Serialize(value, buffer);
        return buffer.WrittenMemory;
    }

    private IHybridCacheSerializer<T> Find<T>() => services.GetService<IHybridCacheSerializer<T>>()
        ?? throw new InvalidOperationException($"There is no serializer for {typeof(T)}; register an IHybridCacheSerializer for it.");

    private static class Immutable<T>
    {
        public static readonly bool Is = typeof(T) == typeof(string)
            || !RuntimeHelpers.IsReferenceOrContainsReferences<T>()
            || (typeof(T).IsSealed && typeof(T).IsDefined(typeof(ImmutableObjectAttribute), inherit: false));
    }
}
