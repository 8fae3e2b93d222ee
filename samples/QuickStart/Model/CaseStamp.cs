using System.Globalization;
using System.Text.RegularExpressions;

namespace Parsimony.QuickStart.Model;

/// <summary>
/// The number of the model call that made a reply, written at its end. It travels with the reply into any cache, so that a
/// replayed reply tells which customer it was made for, whatever the cache says.
/// </summary>
internal static partial class CaseStamp
{
    public static string For(int number) => string.Create(CultureInfo.InvariantCulture, $" (case {number})");

    /// <summary>Reads the stamp; the last one counts, since a model may copy one from the history.</summary>
    public static int? Read(string reply) =>
        Stamp().Match(reply) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\(case (\d{1,9})\)\s*$")]
    private static partial Regex Stamp();
}
