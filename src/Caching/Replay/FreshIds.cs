using System.Globalization;
using System.Security.Cryptography;

namespace Parsimony.Caching;

/// <summary>New ids for replayed answers: an app that files messages by id must not find two answers under one.</summary>
internal static class FreshIds
{
    private static readonly string Prefix = "parsimony-" + RandomNumberGenerator.GetHexString(12, lowercase: true) + "-";
    private static long last;

    public static string Next() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Interlocked.Increment(ref last):x}");
}
