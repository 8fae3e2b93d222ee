using BenchmarkDotNet.Running;
using Parsimony.Benchmarks.Vectors;

// dotnet run -c Release --project bench/Benchmarks -- --filter '*'
if (args is ["vectors", ..])
{
    VectorReport.Run(args[1..]);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
