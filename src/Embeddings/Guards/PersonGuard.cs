namespace Parsimony.Embeddings;

/// <summary>
/// Refuses questions about another person: my password and your password, what should I eat and what should he eat, my account and my
/// wife's account. "You", "I", "one" and "we" for anyone (how do you fix it, how can one fix it) are the same, and so are "my" and "the".
/// </summary>
public sealed class PersonGuard : IPairGuard
{
    private const Person Third = Person.He | Person.She;
    private const Person Dialogue = Person.Speaker | Person.Listener;

    /// <inheritdoc/>
    public string Name => "person";

    /// <inheritdoc/>
    public bool Refuses(string left, string right) => this.RefusesTexts(left, right);

    bool IPairGuard.Refuses(GuardPair pair)
    {
        if (pair.HasSameWords || pair.IsTooLong)
        {
            return !pair.HasSameWords;
        }

        var left = pair.Left.Persons;
        var right = pair.Right.Persons;
        return (left != Person.None && right != Person.None && (AreOthers(left, right, pair) || AreOthers(right, left, pair) || HasReplaced(pair, left, right)))
            || Owners.Differ(pair.Left.Words, pair.Match.OfLeft, pair.Right.Words) || Owners.Differ(pair.Right.Words, pair.Match.OfRight, pair.Left.Words);
    }

    // He here and she, I or you there, each missing on the other side.
    private static bool AreOthers(Person persons, Person others, GuardPair pair) =>
        (persons & Third & ~others) != 0 && (others & (Third | Dialogue) & ~persons) != 0 && (persons & Third) != Third && (others & Third) != Third && pair.AreAboutTheSame;

    // A pronoun in the place of one of another person.
    private static bool HasReplaced(GuardPair pair, Person left, Person right)
    {
        for (var i = 0; i < pair.Left.Words.Length; i++)
        {
            var person = pair.Match.OfLeft[i] == WordMatch.None ? Pronouns.At(pair.Left.Words, i) : Person.None;
            for (var j = 0; person != Person.None && j < pair.Right.Words.Length; j++)
            {
                var other = pair.Match.OfRight[j] == WordMatch.None ? Pronouns.At(pair.Right.Words, j) : Person.None;
                if (other == Person.None || other == person)
                {
                    continue;
                }

                // Between other words, only someone whom the other text does not mention at all.
                var counts = pair.Match.InPlace(i, j) || ((person & ~right) != 0 && (other & ~left) != 0 && pair.AreInOneGap(i, j));
                if (counts && !Anyone.IsMeant(pair, i, j, person | other))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
