namespace Parsimony.Embeddings;

/// <summary>Tells where "you" and "I" mean anyone: how do I, what should you, the best way to clean your teeth.</summary>
internal static class Anyone
{
    /// <summary>Whether two pronouns, one in the other's place, both mean anyone.</summary>
    /// <param name="pair">The texts.</param>
    /// <param name="i">The pronoun of the left text.</param>
    /// <param name="j">The pronoun of the right text.</param>
    /// <param name="persons">Whom the two mean.</param>
    public static bool IsMeant(GuardPair pair, int i, int j, Person persons)
    {
        var left = pair.Left.Words;
        var right = pair.Right.Words;
        var isOwner = Pronouns.IsPossessive(left[i]) || Pronouns.IsPossessive(right[j]);
        return persons switch
        {
            // "How do I reset my phone" and "how do you reset your phone" shift together; "how to reset your phone" is for anyone.
            Person.Speaker | Person.Listener => isOwner
                ? HaveShifted(pair) || (IsRecipe(left) && !HasSubject(left)) || (IsRecipe(right) && !HasSubject(right))
                : !(IsPersonal(left, i) && IsPersonal(right, j)),
            Person.They | Person.He or Person.They | Person.She => true, // a user and his, her or their password
            Person.They | Person.Listener => !isOwner && left[0].Text == "how" && right[0].Text == "how", // how do they make cheese
            _ => false,
        };
    }

    // Whether who does it in one text is "I" where it is "you" in the other.
    private static bool HaveShifted(GuardPair pair)
    {
        var left = LoneSubjects(pair.Left.Words, pair.Match.OfLeft);
        var right = LoneSubjects(pair.Right.Words, pair.Match.OfRight);
        return left != Person.None && right != Person.None && left != right;
    }

    private static Person LoneSubjects(Word[] words, int[] partners)
    {
        var persons = Person.None;
        for (var i = 0; i < words.Length; i++)
        {
            persons |= partners[i] == WordMatch.None && Pronouns.IsSubject(words[i]) ? Pronouns.At(words, i) : Person.None;
        }

        return persons;
    }

    private static bool HasSubject(Word[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (Pronouns.IsSubject(words[i]) && (Pronouns.At(words, i) & (Person.Speaker | Person.Listener)) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRecipe(Word[] words)
    {
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (words[i + 1].Text == "to" && words[i].Text is "how" or "way" or "ways" or "steps" or "tips" or "safe" or "possible" or "necessary" or "best" or "good" or "bad" or "healthy")
            {
                return true;
            }
        }

        return false;
    }

    // Am I, are you, do you like: about the one who asks or is asked, not about anyone.
    private static bool IsPersonal(Word[] words, int at)
    {
        var previous = at > 0 ? words[at - 1].Text : "";
        var next = at + 1 < words.Length ? words[at + 1].Text : "";
        if (words[at].Clitic is Clitic.Am or Clitic.Are || previous is "am" or "are" or "was" or "were" || next is "am" or "are" or "was" or "were")
        {
            return !(next is "allowed" or "able" or "supposed" or "required" or "eligible" or "going" or "entitled" or "legally" or "permitted" or "in" or "on"
                || words.Any(static w => w.Text is "if" or "when"));
        }

        return next is "like" or "love" or "hate" or "think" or "feel" or "believe" or "prefer" or "enjoy" or "remember" or "speak" or "live" or "work" or "sleep" or "dream" or "look"
            && previous is "do" or "did";
    }
}
