namespace Parsimony.Embeddings;

/// <summary>Reads the kind of answer that a question asks for.</summary>
internal static class QuestionTypes
{
    /// <summary>The kind of the first question word; without one, of the command or the verb that the text begins with.</summary>
    public static QuestionType Of(JudgedQuestion question)
    {
        var first = QuestionType.Unknown;
        for (var i = 0; i < question.Count; i++)
        {
            var word = question.Text(i);
            var next = i + 1 < question.Count ? question.Text(i + 1) : default;
            var type = word switch
            {
                "what" => next is "time" ? QuestionType.When : next is "kind" or "type" or "sort" ? QuestionType.Which : QuestionType.What,
                "which" => QuestionType.Which,
                "who" or "whom" or "whose" => QuestionType.Who,
                "where" => QuestionType.Where,
                "when" => QuestionType.When,
                "why" => QuestionType.Why,
                "reason" or "reasons" or "cause" or "causes" => QuestionType.Why,
                "how" => next switch
                {
                    "much" => QuestionType.HowMuch,
                    "many" => QuestionType.HowMany,
                    "long" or "often" or "soon" or "old" or "far" => QuestionType.HowLong,
                    "come" => QuestionType.Why,
                    _ => QuestionType.How,
                },
                "cost" or "price" or "costs" or "fee" => QuestionType.HowMuch,
                "difference" or "differ" or "versus" or "vs" => QuestionType.Difference,
                _ => QuestionType.Unknown,
            };
            if (type is QuestionType.Difference or QuestionType.HowMuch)
            {
                return type;
            }

            if (type != QuestionType.Unknown && (first == QuestionType.Unknown || (type == QuestionType.Why && first == QuestionType.What)))
            {
                first = type;
            }
        }

        return first != QuestionType.Unknown || question.Count == 0 ? first : question.Text(0) switch
        {
            "is" or "are" or "was" or "were" or "do" or "does" or "did" or "can" or "could" or "should" or "would" or "will" or "has" or "have" or "may" => QuestionType.YesNo,
            "explain" or "describe" or "define" or "tell" => QuestionType.Explain,
            _ => QuestionType.Unknown,
        };
    }
}
