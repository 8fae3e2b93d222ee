using Microsoft.Extensions.Caching.Distributed;

namespace Parsimony.Caching;

/// <summary>The app's own distributed cache as second tier: a fault of it is counted and reads as a miss.</summary>
internal sealed class GuardedDistributedCache(IDistributedCache inner, Action<Exception> onFault) : IDistributedCache
{
    public byte[]? Get(string key)
    {
        ReadTrace.AskedL2(key);
        try
        {
            return inner.Get(key);
        }
        catch (Exception fault)
        {
            onFault(fault);
            return null;
        }
    }

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        ReadTrace.AskedL2(key);
        try
        {
            return await inner.GetAsync(key, token).ConfigureAwait(false);
        }
        catch (Exception fault) when (!token.IsCancellationRequested)
        {
            onFault(fault);
            return null;
        }
    }

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => Try(() =>
    {
        inner.Set(key, value, options);
        WriteTrace.Taken(key);
    });

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) => TryAsync(
        async () =>
        {
            await inner.SetAsync(key, value, options, token).ConfigureAwait(false);
            WriteTrace.Taken(key);
        },
        token);

    public void Remove(string key) => Try(() => inner.Remove(key));

    public Task RemoveAsync(string key, CancellationToken token = default) => TryAsync(() => inner.RemoveAsync(key, token), token);

    public void Refresh(string key) => Try(() => inner.Refresh(key));

    public Task RefreshAsync(string key, CancellationToken token = default) => TryAsync(() => inner.RefreshAsync(key, token), token);

    private void Try(Action operation)
    {
        try
        {
            operation();
        }
        catch (Exception fault)
        {
            onFault(fault);
        }
    }

    private async Task TryAsync(Func<Task> operation, CancellationToken token)
    {
        try
        {
            await operation().ConfigureAwait(false);
        }
        catch (Exception fault) when (!token.IsCancellationRequested)
        {
            onFault(fault);
        }
    }
}
