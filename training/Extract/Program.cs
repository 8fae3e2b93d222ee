using System.Runtime.InteropServices;
using System.Text;
using Parsimony.Embeddings;

// The training scripts read text and compute features through the very code that ships, so that the two can never part.
Console.InputEncoding = Console.OutputEncoding = new UTF8Encoding(false);
using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
using var raw = Console.OpenStandardOutput();
using var output = new StreamWriter(raw, new UTF8Encoding(false), 1 << 16);
switch (args)
{
    case ["words"]:
        var reader = new QuestionReader();
        while (input.ReadLine() is { } line)
        {
            reader.Read(line);
            for (var i = 0; i < reader.Count; i++)
            {
                if (i > 0)
                {
                    output.Write(' ');
                }

                output.Write(reader.Text(reader.Words[i]));
            }

            output.Write('\n');
        }

        return 0;

    case ["names"]:
        var names = new List<string>();
        var nothing = new JudgedPair(QuestionWeights.Shipped);
        nothing.Read("a", "b");
        PairFeatures.Write(nothing, new float[PairFeatures.Most], names);
        output.Write(string.Join('\n', names));
        return 0;

    case ["features", var weights]:
        // Pairs, two fields a line, in; little-endian floats, one row a pair, out.
        var file = GC.AllocateUninitializedArray<byte>((int)new FileInfo(weights).Length, pinned: true);
        using (var stream = File.OpenRead(weights))
        {
            stream.ReadExactly(file);
        }

        var pair = new JudgedPair(new QuestionWeights(file));
        var values = new float[PairFeatures.Most];
        while (input.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            pair.Read(line.AsSpan(0, tab), line.AsSpan(tab + 1));
            var count = PairFeatures.Write(pair, values);
            raw.Write(MemoryMarshal.AsBytes(values.AsSpan(0, count)));
        }

        GC.KeepAlive(file);
        return 0;

    case ["turns", var weights]:
        // A turn and what was said before it, two fields a line, in; little-endian floats, one row a turn, out.
        var weightsOfTurns = GC.AllocateUninitializedArray<byte>((int)new FileInfo(weights).Length, pinned: true);
        using (var stream = File.OpenRead(weights))
        {
            stream.ReadExactly(weightsOfTurns);
        }

        var turn = new JudgedPair(new QuestionWeights(weightsOfTurns));
        var turnValues = new float[TurnFeatures.Most];
        while (input.ReadLine() is { } line)
        {
            var split = line.IndexOf('\t', StringComparison.Ordinal);
            turn.Read(line.AsSpan(0, split), line.AsSpan(split + 1));
            var count = TurnFeatures.Write(turn, turnValues);
            raw.Write(MemoryMarshal.AsBytes(turnValues.AsSpan(0, count)));
        }

        GC.KeepAlive(weightsOfTurns);
        return 0;

    default:
        Console.Error.WriteLine("extract words | names | features WEIGHTS; lines on standard input");
        return 2;
}
