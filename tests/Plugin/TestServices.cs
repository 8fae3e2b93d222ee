using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Parsimony.Testing;

namespace Parsimony.Tests;

/// <summary>An app's services with a clock, a memory and logs that a test holds in its hand, and without environment variables.</summary>
internal sealed class TestServices
{
    public ManualTimeProvider Time { get; } = new();

    public FakeMemory Memory { get; } = new();

    public FakeLogs Logs { get; } = new();

    public ServiceCollection Collection { get; } = [];

    public ServiceProvider Build(Action<ParsimonyOptions>? configure = null, IConfiguration? section = null, string? file = null)
    {
        Collection.AddSingleton<TimeProvider>(Time);
        Collection.AddSingleton<IMemorySource>(Memory);
        Collection.AddSingleton<ILoggerFactory>(Logs);
        ParsimonyServiceCollectionExtensions.Add(Collection, section, file, configure, static _ => null);
        return Collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
