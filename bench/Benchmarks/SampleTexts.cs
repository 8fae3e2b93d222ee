using System.Text;

namespace Parsimony.Benchmarks;

/// <summary>Text to count: the repository's own English and C#, so that a run needs nothing from outside.</summary>
internal static class SampleTexts
{
    public static string English { get; } = Read("samples/QuickStart/Handbook", "*.md");

    public static string CSharp { get; } = Read("src", "*.cs");

    private static string Read(string folder, string pattern)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Plugin.sln")))
        {
            root = root.Parent ?? throw new DirectoryNotFoundException("Run the benchmarks from a checkout: no folder above holds Plugin.sln.");
        }

        var text = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root.FullName, folder), pattern, SearchOption.AllDirectories)
                     .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                     .Order(StringComparer.Ordinal))
        {
            text.Append(File.ReadAllText(file)).Append('\n');
        }

        return text.ToString();
    }
}
