using System.Text.RegularExpressions;
using System.Xml.Linq;
using Parsimony.Testing;

namespace Parsimony.Repository.Tests;

public class TreeTests
{
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Abstractions"] = [],
        ["Embeddings"] = ["Abstractions"],
        ["Context"] = ["Abstractions"],
        ["Caching"] = ["Abstractions", "Embeddings"],
        ["Plugin"] = ["Abstractions", "Caching", "Context", "Embeddings"],
        ["Filters"] = ["Plugin"],
        ["Cli"] = ["Plugin"],
    };

    [Fact]
    public void References_between_the_rooms_run_as_the_architecture_draws_them()
    {
        foreach (var (room, allowed) in Arrows)
        {
            var project = XDocument.Load(Directory.GetFiles(RepositoryRoot.File("src", room), "*.csproj").Single());
            var references = project.Descendants("ProjectReference").Select(r => r.Attribute("Include")!.Value.Split('/')[1]);

            Assert.Empty(references.Except(allowed));
        }
    }

    [Fact]
    public void Nothing_but_the_filters_knows_Semantic_Kernel()
    {
        var knowing = Sources("src")
            .Where(f => !f.StartsWith(RepositoryRoot.File("src", "Filters"), StringComparison.Ordinal))
            .Where(f => Regex.IsMatch(File.ReadAllText(f), @"^using Microsoft\.SemanticKernel", RegexOptions.Multiline));

        Assert.Empty(knowing);
    }

    [Fact]
    public void No_source_file_is_over_400_lines()
    {
        Assert.DoesNotContain(Sources("src", "tests", "samples", "bench"), f => File.ReadLines(f).Count() > 400);
    }

    [Fact]
    public void No_source_file_chooses_a_build_by_preprocessor()
    {
        Assert.DoesNotContain(Sources("src", "samples"), f => File.ReadLines(f).Any(l => l.StartsWith("#if", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_CI_script_takes_its_test_command_from_the_readme()
    {
        Assert.Single(File.ReadLines(RepositoryRoot.File("README.md")), l => l.StartsWith("dotnet test ", StringComparison.Ordinal));
        Assert.Contains("README.md", File.ReadAllText(RepositoryRoot.File(".ci", "run")), StringComparison.Ordinal);
    }

    [Fact]
    public void About_a_dozen_entries_stand_at_the_root()
    {
        string[] unversioned = ["bin", "obj", "artifacts", "TestResults", "quickstart-report.html"];
        var entries = new DirectoryInfo(RepositoryRoot.Path).GetFileSystemInfos()
            .Select(e => e.Name)
            .Where(n => n[0] != '.')
            .Except(unversioned);

        Assert.InRange(entries.Count(), 1, 15);
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(RepositoryRoot.File("Plugin.sln")).Replace('\\', '/');
        string[] roots = ["src", "tests", "samples", "bench"];
        var projects = roots.SelectMany(r => Directory.GetFiles(RepositoryRoot.File(r), "*.csproj", SearchOption.AllDirectories));

        Assert.All(projects, p => Assert.Contains(Path.GetRelativePath(RepositoryRoot.Path, p).Replace('\\', '/'), solution, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Sources(params string[] folders) =>
        folders.SelectMany(f => Directory.EnumerateFiles(RepositoryRoot.File(f), "*.cs", SearchOption.AllDirectories))
            .Where(f => !Regex.IsMatch(f, @"[\\/](obj|bin)[\\/]"));
}
