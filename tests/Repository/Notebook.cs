using System.Text.Json;
using Parsimony.Testing;

namespace Parsimony.Repository.Tests;

/// <summary>The C# cells of a notebook and what they printed when they were saved.</summary>
internal sealed record Notebook(IReadOnlyList<Notebook.Cell> Cells)
{
    public static Notebook Load(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.File("samples", "Notebooks", file)));
        Assert.Equal(".net-csharp", document.RootElement.GetProperty("metadata").GetProperty("kernelspec").GetProperty("name").GetString());
        return new Notebook([.. document.RootElement.GetProperty("cells").EnumerateArray()
            .Where(c => c.GetProperty("cell_type").GetString() == "code")
            .Select(c => new Cell(Joined(c.GetProperty("source")), string.Concat(c.GetProperty("outputs").EnumerateArray().Select(o => Joined(o.GetProperty("text"))))))]);
    }

    private static string Joined(JsonElement lines) => string.Concat(lines.EnumerateArray().Select(l => l.GetString()));

    /// <summary>One cell. Its packages are referenced by the test project, so a <c>#r "nuget:"</c> line is left out.</summary>
    internal sealed record Cell(string Source, string Output)
    {
        public string Code => string.Join('\n', Source.Split('\n').Where(l => !l.StartsWith("#r \"nuget:", StringComparison.Ordinal)));
    }
}
