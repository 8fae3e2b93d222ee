using System.Text;
using Microsoft.Extensions.Caching.Distributed;
using Parsimony.Testing;

namespace Parsimony.Caching.Tests;

/// <summary>A store on a directory of its own, with a clock and a log; it can be closed and opened again.</summary>
internal sealed class StoreFixture : IAsyncDisposable
{
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly TempDirectory? owned;
    private readonly IDistributedCache? l2;

    public StoreFixture(Action<ResponseCacheOptions>? configure = null, IDistributedCache? l2 = null)
    {
        owned = new();
        this.l2 = l2;
        Options = new() { Directory = owned.Path };
        configure?.Invoke(Options);
        Store = Open();
    }

    public ResponseCacheOptions Options { get; }

    public ManualTimeProvider Clock { get; } = new();

    public RecordingLogger Logger { get; } = new();

    public ITieredStore Store { get; private set; }

    public TempDirectory Directory => owned!;

    public static string Text(StoredEntry? entry) => entry is { } found ? Encoding.UTF8.GetString(found.Payload.Span) : "";

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public ITieredStore Open() => TieredStore.Create(Options, Clock, Logger, l2);

    public async Task Reopen()
    {
        await Store.DisposeAsync();
        Clock.Advance(TimeSpan.FromMilliseconds(1)); // no restart is instantaneous
        Store = Open();
    }

    public ValueTask<bool> Write(string key, string text, params string[] tags) => Store.WriteAsync(key, Bytes(text), Hour, tags, default);

    public ValueTask<StoredEntry?> Read(string key) => Store.ReadAsync(key, default);

    public async Task<(string Text, CacheTier? Tier)> Look(string key)
    {
        var entry = await Read(key);
        return (Text(entry), entry?.Tier);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        owned?.Dispose();
    }
}
