using System.Globalization;

namespace Parsimony;

/// <summary>Reads the values of a configuration. Each method throws <see cref="FormatException"/> with what to write instead.</summary>
internal static class ConfigurationText
{
    private static readonly (string Unit, long Bytes)[] Sizes =
    [
        ("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30), ("KB", 1L << 10), ("MB", 1L << 20), ("GB", 1L << 30),
        ("K", 1L << 10), ("M", 1L << 20), ("G", 1L << 30), ("B", 1),
    ];

    private static readonly (string Unit, double Seconds)[] Times =
        [("ms", 0.001), ("s", 1), ("min", 60), ("m", 60), ("h", 3600), ("d", 86400)];

    /// <summary>A size: a number of <paramref name="unit"/> bytes, or one with its own unit.</summary>
    public static long Size(string text, long unit)
    {
        var (number, suffix) = Split(text);
        var match = Array.Find(Sizes, s => s.Unit.Equals(suffix, StringComparison.OrdinalIgnoreCase)).Bytes;
        var bytes = number * (suffix.Length == 0 ? unit : match);
        return number is null || (suffix.Length > 0 && match == 0) || bytes > long.MaxValue || bytes < long.MinValue
            ? throw new FormatException($"must be a size: a number of {(unit == 1 ? "bytes" : "MB")}, or one with a unit such as \"512MB\" or \"2GB\" (1 MB = 1,048,576 bytes)")
            : (long)bytes!.Value;
    }

    /// <summary>A time: a number of seconds, one with its own unit, or hours:minutes:seconds.</summary>
    public static TimeSpan Duration(string text)
    {
        var (number, suffix) = Split(text);
        var seconds = Array.Find(Times, t => t.Unit.Equals(suffix, StringComparison.OrdinalIgnoreCase)).Seconds;
        if (number is { } n && (suffix.Length == 0 || seconds > 0))
        {
            var total = n * (suffix.Length == 0 ? 1 : seconds);
            if (Math.Abs(total) < TimeSpan.MaxValue.TotalSeconds)
            {
                return TimeSpan.FromSeconds(total);
            }
        }
        else if (text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span))
        {
            return span;
        }

        throw new FormatException("must be a duration: a number of seconds, or one such as \"90s\", \"5m\", \"1h\", \"00:05:00\"");
    }

    /// <summary>A share: 0.8 or "80%".</summary>
    public static double Share(string text)
    {
        var (number, suffix) = Split(text);
        return number is { } n && suffix is "" or "%"
            ? (suffix == "%" ? number.Value / 100 : number.Value)
            : throw new FormatException("must be a share such as 0.8 or \"80%\"");
    }

    public static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new FormatException("must be a number");

    public static int Count(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw new FormatException("must be a whole number");

    public static bool Switch(string text) =>
        bool.TryParse(text, out var on) ? on : throw new FormatException("must be true or false");

    public static T Choice<T>(string text)
        where T : struct, Enum =>
        !int.TryParse(text, out _) && Enum.TryParse<T>(text, ignoreCase: true, out var value)
            ? value
            : throw new FormatException($"must be one of {string.Join(", ", Enum.GetNames<T>())}");

    private static (double? Number, string Suffix) Split(string text)
    {
        text = text.Trim();
        var end = text.Length;
        while (end > 0 && (char.IsAsciiLetter(text[end - 1]) || text[end - 1] == '%'))
        {
            end--;
        }

        // An exponent belongs to the number.
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var whole) && double.IsFinite(whole)
            ? (whole, "")
            : double.TryParse(text.AsSpan(0, end), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? (number, text[end..])
                : (null, "");
    }
}
