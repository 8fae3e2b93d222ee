using Parsimony.Caching;
using Parsimony.Context;
using Parsimony.Embeddings;
using static Parsimony.ConfigurationText;

namespace Parsimony;

/// <summary>Every key that a configuration may hold. docs/configuration.md says the same in words; a test keeps the two together.</summary>
internal static class ConfigurationKeys
{
    private const long Bytes = 1;
    private const long Megabytes = 1L << 20;

    public static IReadOnlyList<ConfigurationKey> All { get; } =
    [
        new("environment", (o, v, _) => o.Environment = v),
        new("enableCache", (o, v, _) => o.EnableCache = Switch(v)),
        new("enableBudget", (o, v, _) => o.EnableBudget = Switch(v)),
        new("enableThrottle", (o, v, _) => o.EnableThrottle = Switch(v)),
        new("enableMonitoring", (o, v, _) => o.EnableMonitoring = Switch(v)),
        new("autoTuning", (_, v, _) => Switch(v), HasEffect: false),
        .. Memory(),
        .. Cache(),
        .. ContextFilter(),
        .. Throttle(),
        .. Monitoring(),
    ];

    private static IEnumerable<ConfigurationKey> Memory() =>
    [
        new("memory.maxMemoryUsage", (o, v, _) => o.Memory.Limit = Size(v, Megabytes)),
        new("memory.alertThreshold", (o, v, _) => o.Memory.WarningThreshold = Share(v)),
        new("memory.gcInterval", (o, v, _) => o.Memory.CollectInterval = Duration(v)),
        new("memory.contextRetentionTime", (o, v, _) => o.Memory.ContextRetention = Duration(v)),
        new("memory.agentMemoryLimit", (o, v, _) => o.Throttle.AgentMemoryLimit = Size(v, Megabytes)),
        new("memory.hysteresis", (o, v, _) => o.Memory.Hysteresis = Share(v)),
        new("memory.sampleInterval", (o, v, _) => o.Memory.SampleInterval = Duration(v)),
        new("memory.trimInterval", (o, v, _) => o.Memory.TrimInterval = Duration(v)),
    ];

    private static IEnumerable<ConfigurationKey> Cache() =>
    [
        new("cache.l1MaxSize", (o, v, _) => o.Cache.L1MaxBytes = Size(v, Megabytes)),
        new("cache.l2MaxSizeMB", (o, v, _) => o.Cache.L2MaxBytes = Size(v, Megabytes)),
        new("cache.l3MaxSizeMB", (o, v, _) => o.Cache.L3MaxBytes = Size(v, Megabytes)),
        new("cache.ttlSeconds", (o, v, _) => o.Cache.Expiration = Duration(v)),
        new("cache.compressionThreshold", (o, v, _) => o.Cache.CompressionThreshold = checked((int)Math.Clamp(Size(v, Bytes), int.MinValue, int.MaxValue))),
        new("cache.similarityThreshold", (o, v, _) => o.Cache.SimilarityThreshold = Share(v)),
        new("cache.enableJudge", (o, v, _) => o.Cache.EnableJudge = Switch(v)),
        new("cache.sameAnswerPolicy", (o, v, _) => o.Cache.SameAnswerPolicy = Choice<SameAnswerPolicy>(v)),
        new("cache.errorBudget", (o, v, _) => o.Cache.ErrorBudget = Share(v)),
        new("cache.keepReportedTexts", (o, v, _) => o.Cache.KeepReportedTexts = Switch(v)),
        new("cache.enableCompression", (o, v, _) => o.Cache.EnableCompression = Switch(v)),
        new("cache.enableSimilarityDetection", (o, v, _) => o.Cache.EnableSameAnswer = Switch(v)),
        new("cache.persistToDisk", (o, v, _) => o.PersistToDisk = Switch(v)),
        new("cache.cacheDir", (o, v, _) => o.Cache.Directory = v),
        new("cache.l1Policy", (o, v, _) => o.Cache.L1Policy = Choice<EvictionPolicy>(v)),
        new("cache.maxCandidates", (o, v, _) => o.Cache.MaxCandidates = Count(v)),
        new("cache.historyScope", (o, v, _) => o.Cache.HistoryScope = Choice<HistoryScope>(v)),
        new("cache.requireTenant", (o, v, _) => o.Cache.RequireTenant = Switch(v)),
        new("cache.requireUser", (o, v, _) => o.Cache.RequireUser = Switch(v)),
        new("cache.cacheToolTurns", (o, v, _) => o.Cache.CacheToolTurns = Switch(v)),
        new("cache.cacheStreamsWithoutFinishReason", (o, v, _) => o.Cache.CacheStreamsWithoutFinishReason = Switch(v)),
        new("cache.requireFinishReason", (o, v, _) => o.Cache.RequireFinishReason = Switch(v)),
        new("cache.templateVersion", (o, v, _) => o.Cache.TemplateVersion = v),
        new("cache.pureTools", (o, v, _) => o.Cache.PureTools.Add(v)),
        new("cache.disabledGuards", (o, v, _) => o.Cache.DisabledGuards.Add(v)),
        new("cache.tags", (o, v, _) => o.Cache.Tags.Add(v)),
        new("cache.volatileProperties", (o, v, _) => o.Cache.VolatileProperties.Add(v)),
        new("cache.agentGroups.*", (o, v, agent) => o.Cache.AgentGroups[agent] = v),
        new("cache.useRegisteredEmbeddingGenerator", (o, v, _) => o.UseRegisteredEmbeddingGenerator = Switch(v)),
        new("cache.useRegisteredDistributedCache", (o, v, _) => o.UseRegisteredDistributedCache = Switch(v)),
    ];

    private static IEnumerable<ConfigurationKey> ContextFilter() =>
    [
        new("contextFilter.maxContextPerAgent", (o, v, _) => o.Context.MaxContextTokens = Count(v)),
        new("contextFilter.globalMaxContext", (o, v, _) => o.Memory.MaxContextTokensHeld = Count(v)),
        new("contextFilter.adaptiveReduction", (o, v, _) => o.Memory.HeldContextShrinksBudgets = Switch(v)),
        new("contextFilter.contextImportanceThreshold", (o, v, _) => o.Context.ImportanceThreshold = Share(v)),
        new("contextFilter.enableSpecializationFiltering", (o, v, _) => o.EnableSpecialization = Switch(v)),
        new("contextFilter.memoryAwareFiltering", (o, v, _) => o.Memory.MemoryShrinksBudgets = Switch(v)),
        new("contextFilter.contextWindow", (o, v, _) => o.Context.ContextWindow = Count(v)),
        new("contextFilter.replyReserve", (o, v, _) => o.Context.ReplyReserve = Count(v)),
        new("contextFilter.toolResultMaxTokens", (o, v, _) => o.Context.ToolResultMaxTokens = Count(v)),
        new("contextFilter.relevanceWeight", (o, v, _) => o.Context.RelevanceWeight = Number(v)),
        new("contextFilter.similarityWeight", (o, v, _) => o.Context.SimilarityWeight = Number(v)),
        new("contextFilter.useRegisteredEmbeddingGenerator", (o, v, _) => o.UseRegisteredEmbeddingGeneratorForContext = Switch(v)),
        new("contextFilter.embeddingTimeout", (o, v, _) => o.Context.EmbeddingTimeout = Duration(v)),
        new("contextFilter.recencyWeight", (o, v, _) => o.Context.RecencyWeight = Number(v)),
        new("contextFilter.nameWeight", (o, v, _) => o.Context.NameWeight = Number(v)),
        new("contextFilter.roleWeight", (o, v, _) => o.Context.RoleWeight = Number(v)),
        new("contextFilter.specializationWeight", (o, v, _) => o.Context.SpecializationWeight = Number(v)),
        new("contextFilter.importanceWeight", (o, v, _) => o.Context.ImportanceWeight = Number(v)),
        new("contextFilter.sizeWeight", (o, v, _) => o.Context.SizeWeight = Number(v)),
        new("contextFilter.minimumPressureShare", (o, v, _) => o.Context.MinimumPressureShare = Share(v)),
        new("contextFilter.mode", (o, v, _) => o.Context.Mode = Choice<ContextMode>(v)),
        new("contextFilter.highWatermark", (o, v, _) => o.Context.HighWatermark = Share(v)),
        new("contextFilter.lowWatermark", (o, v, _) => o.Context.LowWatermark = Share(v)),
        new("contextFilter.agentsFolder", (o, v, _) => o.AgentsFolder = v),
        new("contextFilter.enableCompaction", (o, v, _) => o.Context.EnableCompaction = Switch(v)),
        new("contextFilter.disabledCompactors", (o, v, _) => o.Context.DisabledCompactors.Add(v)),
        new("contextFilter.models.*", (o, v, model) => o.Context.Models[model] = Count(v)),
        new("contextFilter.agents.*.keywords", (o, v, agent) => Agent(o, agent).Keywords.Add(v), IsList: true),
        new("contextFilter.agents.*.requiredKinds", (o, v, agent) => Agent(o, agent).RequiredKinds.Add(Choice<ContextItemKind>(v)), IsList: true),
        new("contextFilter.agents.*.excludedKinds", (o, v, agent) => Agent(o, agent).ExcludedKinds.Add(Choice<ContextItemKind>(v)), IsList: true),
        new("contextFilter.agents.*.maxContextTokens", (o, v, agent) => Agent(o, agent).MaxContextTokens = Count(v)),
        .. Enum.GetValues<ContextScorePart>().Select(static part => new ConfigurationKey(
            $"contextFilter.agents.*.{char.ToLowerInvariant(part.ToString()[0])}{part.ToString()[1..]}Weight", (o, v, agent) => Agent(o, agent).Weights[part] = Number(v))),
    ];

    private static IEnumerable<ConfigurationKey> Throttle() =>
    [
        new("throttle.maxConcurrentCalls", (o, v, _) => o.Throttle.MaxConcurrentCalls = Count(v)),
        new("throttle.maxDelay", (o, v, _) => o.Throttle.MaxDelay = Duration(v)),
        new("throttle.retryAfter", (o, v, _) => o.Throttle.RetryAfter = Duration(v)),
        new("throttle.exemptAgents", (o, v, _) => o.Throttle.ExemptAgents.Add(v)),
        new("throttle.agents.*", (o, v, agent) => o.Throttle.Agents[agent] = Count(v)),
    ];

    private static IEnumerable<ConfigurationKey> Monitoring() =>
    [
        new("monitoring.alertsEnabled", (o, v, _) => o.Alerts.Enabled = Switch(v)),
        new("monitoring.alertThresholds.memoryUsage", (o, v, _) => o.Memory.CriticalThreshold = Share(v)),
        new("monitoring.alertThresholds.throttledCalls", (o, v, _) => o.Alerts.ThrottledShare = Share(v)),
        new("monitoring.alertThresholds.cacheHitRate", (o, v, _) => o.Alerts.CacheHitRate = Share(v)),
        new("monitoring.alertThresholds.healthScore", (o, v, _) => o.Alerts.HealthScore = Count(v)),
        new("monitoring.healthCheckInterval", (o, v, _) => o.Monitoring.HealthCheckInterval = Duration(v)),
        new("monitoring.metricsRetention", (_, v, _) => Duration(v), HasEffect: false),
        new("monitoring.enableSlackAlerts", (o, v, _) => o.Alerts.EnableWebhook = Switch(v)),
        new("monitoring.enableEmailAlerts", (o, v, _) => o.Alerts.EnableEmail = Switch(v)),
        new("monitoring.alertCooldown", (o, v, _) => o.Alerts.Cooldown = Duration(v)),
        new("monitoring.maintenanceInterval", (o, v, _) => o.Monitoring.MaintenanceInterval = Duration(v)),
    ];

    private static AgentSpecialization Agent(ParsimonyOptions options, string name) =>
        options.Context.Agents.TryGetValue(name, out var agent) ? agent : options.Context.Agents[name] = new AgentSpecialization();
}
