namespace Parsimony.Embeddings.Tests;

/// <summary>A judge by a table: unlisted pairs are different. It counts how many pairs it was asked about.</summary>
internal sealed class TableJudge(params (string Left, string Right, double Probability)[] table) : ISameAnswerJudge
{
    public int Asked { get; private set; }

    public double Probability(string left, string right, float similarity)
    {
        Asked++;
        foreach (var (one, other, probability) in table)
        {
            if ((one == left && other == right) || (one == right && other == left))
            {
                return probability;
            }
        }

        return 0;
    }
}
