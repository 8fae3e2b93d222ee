using System.Globalization;

namespace Parsimony.Embeddings;

/// <summary>Brings a number written in digits into one form.</summary>
internal static class CanonicalNumber
{
    /// <summary>
    /// 1,000 is 1000 and 10.0 is 10. A fraction keeps its zeros (3.10 and 3.1 are different versions of many things) unless it is known
    /// to be a measure; leading zeros are kept as well, they belong to a number that names something.
    /// </summary>
    public static string Of(string digits, bool isMeasure)
    {
        var plain = digits.Replace(",", "", StringComparison.Ordinal);
        var dot = plain.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return plain;
        }

        var fraction = plain[(dot + 1)..];
        if (isMeasure || fraction.AsSpan().Trim('0').IsEmpty)
        {
            fraction = fraction.TrimEnd('0');
        }

        return fraction.Length == 0 ? plain[..dot] : plain[..dot] + "." + fraction;
    }

    public static string Of(decimal value) => Of(value.ToString(CultureInfo.InvariantCulture), isMeasure: true);

    /// <summary>The number times a scale, such as the thousand in 5k; the digits themselves when they are too many.</summary>
    public static string Scaled(string digits, decimal scale) =>
        decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) && value < 1e15m
            ? Of(value * scale)
            : digits + "*" + scale.ToString(CultureInfo.InvariantCulture);
}
