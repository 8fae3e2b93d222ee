namespace Parsimony.Context;

/// <summary>The app's shorter texts as one fit sees them: those that are known, and a list of those that would have been of use.</summary>
internal sealed class AppTexts(GenerationalCache<UInt128, AppText> known, CallScope scope)
{
    private readonly Dictionary<UInt128, ContextCompactionRequest> wanted = [];

    /// <summary>Gets what the app is to be asked for, by the fingerprints of the texts.</summary>
    public IReadOnlyDictionary<UInt128, ContextCompactionRequest> Wanted => wanted;

    /// <summary>Finds a text that is short enough; <see langword="null"/> where there is none yet.</summary>
    public SourceText? Find(ContextItemKind kind, SourceText text, int maxTokens, CompactionTools tools, TokenCounter counter)
    {
        var key = KeyOf(text, scope);
        if (known.TryGet(key, out var entry))
        {
            if (!string.IsNullOrWhiteSpace(entry.Text) && counter.Count(entry.Text) <= maxTokens)
            {
                return new SourceText(entry.Text);
            }

            // An app that did not keep to a longer limit is asked once more; to the same one it has said its word.
            if (entry.MaxTokens <= maxTokens)
            {
                return null;
            }
        }

        // The form that a text has in the end is asked for last.
        wanted[key] = new ContextCompactionRequest(kind, text.Text, maxTokens, tools.Query.Text, scope);
        return null;
    }

    // What an app writes may depend on who asks: no tenant and no user reads what was written for another.
    private static UInt128 KeyOf(SourceText text, CallScope scope) =>
        text.Fingerprint + (3 * TextFingerprint.Of(scope.Tenant)) + (5 * TextFingerprint.Of(scope.User)) + (7 * TextFingerprint.Of(scope.Agent));
}
