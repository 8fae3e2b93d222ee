using Microsoft.Extensions.Configuration;

namespace Parsimony;

/// <summary>Opens a JSON configuration file such as samples/config/optimization.production.json.</summary>
internal static class OptimizationFile
{
    /// <summary>Reads a file into options. A file that is not there or is not JSON is one error among the others.</summary>
    /// <param name="path">The file; relative to the current directory.</param>
    /// <param name="key">Where the path was found, for the error.</param>
    /// <param name="options">The options to fill.</param>
    public static void Read(string path, string key, ParsimonyOptions options)
    {
        try
        {
            using var stream = File.OpenRead(path);
            ConfigurationReader.Read(new ConfigurationBuilder().AddJsonStream(stream).Build(), options);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            options.LoadErrors.Add(new ConfigurationError(key, path, "must be a file that can be read"));
        }
        catch (Exception fault) when (fault is FormatException or InvalidDataException or System.Text.Json.JsonException)
        {
            options.LoadErrors.Add(new ConfigurationError(key, path, $"must be one JSON object: {fault.InnerException?.Message ?? fault.Message}"));
        }
    }
}
