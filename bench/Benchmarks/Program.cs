using BenchmarkDotNet.Running;
using Parsimony.Benchmarks.Vectors;

// dotnet run -c Release --project bench/Benchmarks -- --filter '*'
if (args is ["vectors", ..])
{
    await VectorReport.RunAsync(args[1..]);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
