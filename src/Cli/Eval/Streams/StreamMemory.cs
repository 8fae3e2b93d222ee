using System.Text;

namespace Parsimony.Cli;

/// <summary>
/// Remembers the stream's requests and their labels, to tell what a request is to those before it. Each tenant is alone: what
/// another tenant was told is nobody's opportunity.
/// </summary>
internal sealed class StreamMemory
{
    private readonly HashSet<(string? Tenant, string Call)> calls = [];
    private readonly HashSet<(string? Tenant, string Answer)> answers = [];

    /// <summary>Says what the request is, and remembers it.</summary>
    public RequestKind Add(StreamRequest request)
    {
        var isRepeat = !calls.Add((request.Tenant, CallOf(request)));
        var isAnswered = !answers.Add((request.Tenant, request.Answer));
        return isRepeat ? RequestKind.Repeat : isAnswered ? RequestKind.Opportunity : RequestKind.New;
    }

    private static string CallOf(StreamRequest request)
    {
        var call = new StringBuilder();
        foreach (var message in request.History)
        {
            Append(call, message.Role.Value);
            Append(call, message.Text);
        }

        Append(call, Fold(request.Text));
        return call.ToString();
    }

    // With its length, so that no two calls can be written alike.
    private static void Append(StringBuilder call, string part) => call.Append(part.Length).Append(':').Append(part);

    /// <summary>What is no difference to the exact key is none here: NFC, trimmed, blanks and line breaks folded.</summary>
    private static string Fold(string text) =>
        string.Join('\n', text.Normalize(NormalizationForm.FormC).ReplaceLineEndings("\n").Split('\n')
            .Select(static line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Where(static line => line.Length > 0));
}
