using Microsoft.Extensions.AI;

namespace Parsimony.Caching.Tests;

/// <summary>Makes plans without a cache: what the tests of keys need.</summary>
internal static class Plans
{
    public static CachePlan Of(
        IReadOnlyList<ChatMessage> messages, ChatOptions? options = null, CallScope? scope = null, Action<ResponseCacheOptions>? configure = null)
    {
        var cacheOptions = new ResponseCacheOptions();
        configure?.Invoke(cacheOptions);
        return new CachePlanner(cacheOptions).Plan(messages, options, scope ?? CallScope.Empty);
    }

    public static CachePlan Of(string question, ChatOptions? options = null, CallScope? scope = null, Action<ResponseCacheOptions>? configure = null) =>
        Of(CacheFixture.Question(question), options, scope, configure);

    public static ChatMessage User(string text) => new(ChatRole.User, text);

    public static ChatMessage Assistant(string text) => new(ChatRole.Assistant, text);

    public static ChatMessage Sys(string text) => new(ChatRole.System, text);
}
