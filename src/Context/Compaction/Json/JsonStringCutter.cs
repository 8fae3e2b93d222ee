using System.Text.Json;

namespace Parsimony.Context;

/// <summary>Cuts long strings of JSON to their best passages, each once for each length.</summary>
internal sealed class JsonStringCutter(CompactionTarget target)
{
    private readonly Dictionary<(string Raw, int Tokens), string> cut = [];

    /// <summary>Gets how many strings have become shorter since <see cref="To"/>.</summary>
    public int Cut { get; private set; }

    /// <summary>Cuts strings, given as they are written, to so many tokens.</summary>
    public Func<string, string> To(int tokens)
    {
        Cut = 0;
        return raw =>
        {
            if (!cut.TryGetValue((raw, tokens), out var result))
            {
                cut.Add((raw, tokens), result = Shorten(raw, tokens));
            }

            Cut += ReferenceEquals(raw, result) ? 0 : 1;
            return result;
        };
    }

    private string Shorten(string raw, int tokens)
    {
        try
        {
            using var document = JsonDocument.Parse(raw);
            var text = document.RootElement.GetString()!;
            var shorter = TextFitter.FitScored(text, tokens, PassageRanking.By(target.Query), target.Counter);
            return ReferenceEquals(shorter, text) ? raw : JsonQuoting.Quote(shorter);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape: nothing that text can be made of.
            return raw;
        }
    }
}
