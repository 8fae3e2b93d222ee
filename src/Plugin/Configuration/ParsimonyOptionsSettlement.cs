using Microsoft.Extensions.Options;

namespace Parsimony;

/// <summary>Carries out the switches that only make sense together with other options, once the app's own code has set them too.</summary>
internal sealed class ParsimonyOptionsSettlement : IPostConfigureOptions<ParsimonyOptions>
{
    public void PostConfigure(string? name, ParsimonyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.PersistToDisk == false)
        {
            options.Cache.Directory = null;
        }
        else if (options.PersistToDisk == true && options.Cache.Directory is null)
        {
            options.LoadErrors.Add(new ConfigurationError(
                "cache.cacheDir", null, $"cache.persistToDisk needs it; name a directory, or set {ParsimonyVariables.CacheDirectory}"));
        }

        if (!string.IsNullOrWhiteSpace(options.AgentsFolder))
        {
            AgentFolder.Load(options.AgentsFolder, options);
        }

        if (options.EnableSpecialization == false)
        {
            options.Context.SpecializationWeight = 0;
            foreach (var agent in options.Context.Agents.Values)
            {
                agent.RequiredKinds.Clear();
                agent.ExcludedKinds.Clear();
            }
        }
    }
}
