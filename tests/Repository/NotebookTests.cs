using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Parsimony.Repository.Tests;

public class NotebookTests
{
    [Fact]
    public async Task The_notebook_runs_and_prints_what_was_saved_with_it()
    {
        var notebook = Notebook.Load("parsimony-in-a-kernel.ipynb");
        var printed = new List<string>();
        ScriptState<object>? state = null;
        var console = Console.Out;
        try
        {
            foreach (var cell in notebook.Cells)
            {
                using var output = new StringWriter { NewLine = "\n" };
                Console.SetOut(output);
                state = state is null
                    ? await CSharpScript.RunAsync(cell.Code, Options())
                    : await state.ContinueWithAsync(cell.Code);
                printed.Add(output.ToString());
            }
        }
        finally
        {
            Console.SetOut(console);
        }

        // With PARSIMONY_SAVE_NOTEBOOK set to a file, what was printed is written there, one cell a line, to save it with the notebook.
        if (Environment.GetEnvironmentVariable("PARSIMONY_SAVE_NOTEBOOK") is { Length: > 0 } file)
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(printed));
        }

        Assert.Contains(printed, p => p.Length > 0);
        Assert.Equal(notebook.Cells.Select(c => c.Output), printed);
    }

    private static ScriptOptions Options() => ScriptOptions.Default
        .WithReferences(((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p)))
        .WithImports("System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks");
}
