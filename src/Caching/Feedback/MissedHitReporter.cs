using System.Security.Cryptography;
using System.Text;

namespace Parsimony.Caching;

/// <summary>Makes a report of two questions: what the guards, the cosine and the judge say of them now. The texts stay out of it unless the app wants them.</summary>
internal sealed class MissedHitReporter(ResponseCacheOptions options, SameAnswerSearch search, EntryStore entries, MissedHitLog log, CacheCounters counters, TimeProvider time)
{
    private const int HashBytes = 8;
    private const int MostCharacters = 2000;

    /// <param name="question">The question that went to the model.</param>
    /// <param name="earlier">The earlier question, or its entry's id.</param>
    /// <param name="cancellationToken">Cancels the embedding.</param>
    /// <returns>The report; <see langword="null"/> where the id is of no entry that is kept.</returns>
    public async ValueTask<MissedHit?> ReportAsync(string question, string earlier, CancellationToken cancellationToken)
    {
        if (EntryId.TryParse(earlier, out var id))
        {
            if (await entries.ReadAsync(id.Key, cancellationToken).ConfigureAwait(false) is not { } found)
            {
                return null;
            }

            earlier = found.Entry.Question;
        }

        question = TextNormalizer.Normalize(question);
        earlier = TextNormalizer.Normalize(earlier);
        var explanation = await search.ExplainAsync(question, earlier, cancellationToken).ConfigureAwait(false);
        var report = new MissedHit
        {
            At = time.GetUtcNow(),
            QuestionHash = Hash(question),
            EarlierHash = Hash(earlier),
            Question = options.KeepReportedTexts ? Cut(question) : null,
            Earlier = options.KeepReportedTexts ? Cut(earlier) : null,
            Similarity = Number(explanation.Similarity),
            Probability = Number(explanation.Probability),
            RefusedBy = explanation.RefusedBy,
            EmbeddingModel = search.EmbeddingModel,
            Judge = search.Judge,
        };
        log.Add(report);
        counters.MissedHit();
        CacheMetrics.MissedHit(explanation.RefusedBy);
        return report;
    }

    // JSON has no NaN, and a cosine without an embedding is none.
    private static double? Number(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    // The log is bounded in bytes; half of a surrogate pair is no text.
    private static string Cut(string text) =>
        text.Length <= MostCharacters ? text : text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, HashBytes));
}
