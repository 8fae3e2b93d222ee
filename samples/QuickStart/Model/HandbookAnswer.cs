using System.Text.RegularExpressions;
using Parsimony.QuickStart.Desk;

namespace Parsimony.QuickStart.Model;

/// <summary>What the desk replies: the id of the article it used, and the article's own first sentences.</summary>
internal static partial class HandbookAnswer
{
    private const int Sentences = 2;

    /// <summary>The reply where no article answers.</summary>
    public const string Unknown = "I do not know: no handbook article that I was given answers this.";

    /// <summary>Writes the reply.</summary>
    /// <param name="article">The article that answers: its first paragraph tells the situation, the second begins the answer.</param>
    public static string From(HandbookArticle? article)
    {
        if (article is null)
        {
            return Unknown;
        }

        var paragraphs = article.Body.Split("\n\n", 3);
        var answer = paragraphs[Math.Min(1, paragraphs.Length - 1)].ReplaceLineEndings(" ");
        return $"[{article.Id}] {string.Join(' ', SentenceEnd().Split(answer).Take(Sentences))}";
    }

    /// <summary>Finds the id that a reply cites; <see langword="null"/> where it cites none.</summary>
    public static string? CitedId(string reply) => Citation().Match(reply) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"(?<=[.!?]) ")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\[\s*([A-Za-z][A-Za-z0-9_]*\??)\s*\]")]
    private static partial Regex Citation();
}
