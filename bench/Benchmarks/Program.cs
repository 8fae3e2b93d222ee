using BenchmarkDotNet.Running;
using Parsimony.Benchmarks.Compaction;
using Parsimony.Benchmarks.Prefixes;
using Parsimony.Benchmarks.SameAnswers;
using Parsimony.Benchmarks.Tokens;
using Parsimony.Benchmarks.Vectors;

// dotnet run -c Release --project bench/Benchmarks -- --filter '*'
if (args is ["vectors", ..])
{
    await VectorReport.RunAsync(args[1..]);
}
else if (args is ["tokens", ..])
{
    TokenReport.Run(args.ElementAtOrDefault(1));
}
else if (args is ["same-answer", var folder])
{
    await SameAnswerReport.RunAsync(folder);
}
else if (args is ["compaction", var runs])
{
    CompactionReport.Run(runs);
}
else if (args is ["prefixes", ..])
{
    PrefixReport.Run(args[1..]);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
