namespace Parsimony;

/// <summary>How often a host looks at health and tidies up.</summary>
public sealed class MonitoringOptions
{
    /// <summary>Gets or sets how often memory and health are looked at (<c>monitoring.healthCheckInterval</c>).</summary>
    /// <value>More than 0. The default is 30 s.</value>
    public TimeSpan HealthCheckInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how often the cache is tidied: expired entries dropped, sizes settled, disk space given back (<c>monitoring.maintenanceInterval</c>).</summary>
    /// <value>More than 0. The default is 10 minutes.</value>
    public TimeSpan MaintenanceInterval { get; set; } = TimeSpan.FromMinutes(10);
}
