using Parsimony.Embeddings;

namespace Parsimony.Caching.Tests;

/// <summary>A judge by a table: unlisted pairs are different.</summary>
internal sealed class TableJudge(params (string Left, string Right, double Probability)[] table) : ISameAnswerJudge
{
    public double Probability(string left, string right, float similarity) =>
        Array.Find(table, row => (row.Left == left && row.Right == right) || (row.Left == right && row.Right == left)).Probability;
}
