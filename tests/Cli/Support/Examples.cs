namespace Parsimony.Cli.Tests;

/// <summary>The example files that ship in the source tree.</summary>
internal static class Examples
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Examples", name);
}
