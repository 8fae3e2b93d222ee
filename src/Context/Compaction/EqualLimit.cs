namespace Parsimony.Context;

/// <summary>Shares room among texts so that the longest give first: all get the same limit.</summary>
internal static class EqualLimit
{
    /// <summary>The largest limit c for which the texts, each cut to c tokens, have at most <paramref name="room"/> tokens.</summary>
    public static int Of(IEnumerable<int> tokens, int room)
    {
        var ordered = tokens.Order().ToArray();
        for (var i = 0; i < ordered.Length; i++)
        {
            var left = ordered.Length - i;
            if ((long)ordered[i] * left > room)
            {
                return Math.Max(room, 0) / left;
            }

            room -= ordered[i];
        }

        return int.MaxValue;
    }
}
