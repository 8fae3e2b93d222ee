using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;
using Parsimony.Testing;

namespace Parsimony.Repository.Tests;

/// <summary>Runs the probe of eng/Feed.proj against feeds of the test's own.</summary>
public sealed class FeedProbeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("parsimony-feed-").FullName;

    [Fact]
    public void A_feed_without_the_packages_makes_a_core_build()
    {
        var feed = Directory.CreateDirectory(Path.Combine(folder, "empty")).FullName;

        var (exitCode, output) = Probe(feed);

        Assert.True(exitCode == 0, output);
        Assert.Equal("core", File.ReadAllText(Path.Combine(folder, "answer.txt")).Trim());
    }

    [Fact]
    public void A_feed_that_has_other_versions_only_makes_a_core_build()
    {
        var feed = Directory.CreateDirectory(Path.Combine(folder, "newer")).FullName;
        foreach (var package in XDocument.Load(RepositoryRoot.File("eng", "Feed.proj")).Descendants("PackageReference"))
        {
            Pack(feed, package.Attribute("Include")!.Value, "99.0.0");
        }

        var (exitCode, output) = Probe(feed);

        Assert.True(exitCode == 0, output);
        Assert.Equal("core", File.ReadAllText(Path.Combine(folder, "answer.txt")).Trim());
    }

    [Fact]
    public void A_feed_that_is_out_of_reach_fails_and_is_not_mistaken_for_a_core_build()
    {
        var (exitCode, output) = Probe(Path.Combine(folder, "not-there"));

        Assert.NotEqual(0, exitCode);
        Assert.Contains("NU1301", output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "answer.txt")));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void Pack(string feed, string id, string version)
    {
        using var package = ZipFile.Open(Path.Combine(feed, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        using var writer = new StreamWriter(package.CreateEntry(id + ".nuspec").Open());
        writer.Write($"<package><metadata><id>{id}</id><version>{version}</version><authors>a test</authors><description>an empty package</description></metadata></package>");
    }

    private (int ExitCode, string Output) Probe(string source)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = RepositoryRoot.Path,
            Environment = { ["NUGET_PACKAGES"] = Path.Combine(folder, "packages") },
            ArgumentList =
            {
                "msbuild", RepositoryRoot.File("eng", "Feed.proj"), "-t:Probe", "-nologo", "-tl:off",
                $"-p:ParsimonyProbeFile={Path.Combine(folder, "answer.txt")}", $"-p:RestoreSources={source}",
            },
        };

        // The test host's own MSBuild settings must not leak into the child.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
