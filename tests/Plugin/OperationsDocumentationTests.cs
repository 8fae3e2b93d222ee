using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Parsimony.Caching;
using Parsimony.Context;
using Parsimony.Embeddings;
using Parsimony.Testing;

namespace Parsimony.Tests;

public class OperationsDocumentationTests
{
    private static readonly string[] Page = File.ReadAllLines(RepositoryRoot.File("docs", "operations.md"));

    [Fact]
    public void The_page_on_operations_has_every_instrument_and_no_other()
    {
        var published = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == ParsimonyDiagnostics.Name)
            {
                published.Add(instrument.Name);
            }
        };
        Array.ForEach([typeof(CallScope), typeof(SameAnswerDecider), typeof(ResponseCache), typeof(ContextFitter), typeof(ParsimonyOptions)], Declare);
        listener.Start();

        var rows = Page.Where(l => l.StartsWith("| `parsimony.", StringComparison.Ordinal)).SelectMany(l => Names(l.Split('|')[1]));
        Assert.Equal(published.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_on_operations_has_every_activity_and_no_other()
    {
        var sources = Directory.EnumerateFiles(RepositoryRoot.File("src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);
        var started = sources.SelectMany(s => Regex.Matches(s, "StartActivity\\(\"([^\"]+)\"").Select(m => m.Groups[1].Value));

        var line = Page.Single(l => l.StartsWith("Activities:", StringComparison.Ordinal));
        Assert.Equal(started.Order(StringComparer.Ordinal), Names(line).Order(StringComparer.Ordinal));
    }

    /// <summary>Instruments are made when their class is first used: all such classes of an assembly are used here.</summary>
    private static void Declare(Type ofAssembly)
    {
        foreach (var type in ofAssembly.Assembly.GetTypes().Where(t => t.Name.EndsWith("Instruments", StringComparison.Ordinal) || t
            .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Any(f => typeof(Instrument).IsAssignableFrom(f.FieldType))))
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }
    }

    private static IEnumerable<string> Names(string text) => Regex.Matches(text, "`(parsimony[.][a-z_.]+)`").Select(m => m.Groups[1].Value);
}
