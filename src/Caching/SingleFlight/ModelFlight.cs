namespace Parsimony.Caching;

/// <summary>A model call under way, and the place where others wait for it.</summary>
internal sealed class ModelFlight(CacheDigest key)
{
    // Continuations run elsewhere: the caller that made the model call does not serve those who waited before it goes on itself.
    private readonly TaskCompletionSource<FlightResult> landing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CacheDigest Key => key;

    public Task<FlightResult> Landing => landing.Task;

    public void Land(FlightResult result) => landing.TrySetResult(result);
}
