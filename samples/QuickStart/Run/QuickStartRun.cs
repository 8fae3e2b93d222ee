using System.Reflection;
using Parsimony.QuickStart.Columns;
using Parsimony.QuickStart.Desk;
using Parsimony.QuickStart.Model;
using Parsimony.QuickStart.Report;

namespace Parsimony.QuickStart.Run;

/// <summary>The main job: from the options to the table, the report and the exit code.</summary>
internal static class QuickStartRun
{
    private const string ReportFile = "quickstart-report.html";

    /// <returns>0, or 1 where an exact hit was wrong, a budget was exceeded or a turn had no answer.</returns>
    public static async Task<int> RunAsync(QuickStartOptions options, CancellationToken cancellationToken)
    {
        var build = BuildName();
        Console.WriteLine($"Parsimony QuickStart, {build}");
        var (prompt, models, time) = (DeskFiles.LoadPrompt(), Models(options), TimeProvider.System);
        var (source, messages) = DeskFiles.LoadStream(options, models.IsLive);
        var context = Contenders.ContextTokens(prompt);
        var budget = (int)(context * options.Budget);
        Console.WriteLine($"{messages.Count:n0} messages of {source}; model: {models.Name}; handbook and rules: {context:n0} tokens; budget: {options.Budget:p0} = {budget:n0} tokens");

        var turns = SessionPlan.Cut(messages, options.Seed);
        var columns = await new Contenders(prompt, models, turns, new Progress(Console.Out, time)).RunAsync(budget, options.NoCache, cancellationToken);
        var run = new RunResult(build, source, models.Name, models.IsLive, budget, context, options, columns);
        Console.WriteLine();
        Console.WriteLine(ResultTable.ToText(ResultTable.Rows(run)));
        Console.WriteLine();
        foreach (var remark in Remarks.Of(run))
        {
            Console.WriteLine(remark);
        }

        await File.WriteAllTextAsync(ReportFile, HtmlReport.Write(run), cancellationToken);
        Console.WriteLine($"The report with its charts is in {Path.GetFullPath(ReportFile)}.");
        return Finish(run);
    }

    private static int Finish(RunResult run)
    {
        const int Named = 10;
        var failures = run.Failures.ToList();
        foreach (var failure in failures.Take(Named))
        {
            Console.Error.WriteLine($"FAILED: {failure}");
        }

        if (failures.Count > Named)
        {
            Console.Error.WriteLine($"FAILED: and {failures.Count - Named} more");
        }

        return failures.Count == 0 ? 0 : 1;
    }

    private static ModelSource Models(QuickStartOptions options)
    {
        var reader = new HandbookReader(TextFeatures.Load(DeskFiles.Concepts));
        return ModelSource.FromEnvironment(() => new HandbookChatClient(reader, new(options.Speed), TimeProvider.System));
    }

    private static string BuildName()
    {
        var name = typeof(QuickStartRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "ParsimonyBuild").Value;
        return BuildParts.Absent is null ? $"{name} build" : $"{name} build, {BuildParts.Absent}";
    }
}
