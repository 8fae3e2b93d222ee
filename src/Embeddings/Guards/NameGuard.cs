namespace Parsimony.Embeddings;

/// <summary>
/// Refuses questions of which each has a name that the other lacks: Paris and London, Samsung and Apple, Java and Python. Letter case,
/// misspellings, short forms, initials, plurals and what the people of a country are called make no other name; a first name or a
/// name altogether may be missing on one side.
/// </summary>
public sealed class NameGuard : IPairGuard
{
    /// <inheritdoc/>
    public string Name => "name";

    /// <inheritdoc/>
    public bool Refuses(string left, string right) => this.RefusesTexts(left, right);

    bool IPairGuard.Refuses(GuardPair pair)
    {
        if (pair.HasSameWords || pair.IsTooLong)
        {
            return !pair.HasSameWords;
        }

        // Only one word was changed, even if the text has it a second time.
        if (pair.OnlyDifference is { Left: var at, Right: var otherAt })
        {
            var strength = NameReader.StrengthOf(pair.Left.Words, at);
            var otherStrength = NameReader.StrengthOf(pair.Right.Words, otherAt);
            return (strength == NameStrength.Sure || otherStrength == NameStrength.Sure || (strength == NameStrength.Maybe && otherStrength == NameStrength.Maybe))
                && pair.Left.Words[at].IsContent && pair.Right.Words[otherAt].IsContent
                && !NameSpelling.Is(pair.Left.Words[at].Text, pair.Right.Words[otherAt].Text);
        }

        var left = LoneNames.Of(pair.Left.Words, pair.Match.OfLeft, pair.Right.Words);
        var right = left.Count == 0 ? left : LoneNames.Of(pair.Right.Words, pair.Match.OfRight, pair.Left.Words);
        foreach (var name in left)
        {
            foreach (var other in right)
            {
                if (AreRivals(pair, name, other))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool AreRivals(GuardPair pair, LoneName name, LoneName other)
    {
        if (pair.AreInOneGap(name.At, other.At))
        {
            return true;
        }

        // Of one kind, they are rivals wherever they stand; a country and its president are both missing and replace nothing.
        return name.Strength == NameStrength.Sure && other.Strength == NameStrength.Sure
            && (name.Kind.Length == 0 || other.Kind.Length == 0 ? pair.AreAboutTheSame : name.Kind == other.Kind);
    }
}
