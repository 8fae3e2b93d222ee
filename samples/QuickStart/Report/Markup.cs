using System.Globalization;
using System.Net;

namespace Parsimony.QuickStart.Report;

/// <summary>Writes text and numbers so that they are safe in HTML and SVG.</summary>
internal static class Markup
{
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Writes a figure for people: 1,234 or 5.6 M.</summary>
    public static string Figure(double value) => value switch
    {
        >= 1_000_000 => (value / 1e6).ToString("0.0", CultureInfo.InvariantCulture) + " M",
        >= 100 or 0 => value.ToString("n0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.##", CultureInfo.InvariantCulture),
    };
}
