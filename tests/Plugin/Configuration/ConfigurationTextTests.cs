namespace Parsimony.Tests.Configuration;

public class ConfigurationTextTests
{
    private const long Megabyte = 1L << 20;

    [Theory]
    [InlineData("64", 64 * Megabyte)]
    [InlineData("0.5", Megabyte / 2)]
    [InlineData("512MB", 512 * Megabyte)]
    [InlineData("2 gb", 2048 * Megabyte)]
    [InlineData("64KiB", 65_536)]
    [InlineData("100B", 100)]
    [InlineData("1e3", 1000 * Megabyte)]
    [InlineData("-5", -5 * Megabyte)]
    public void A_size_is_a_number_of_the_keys_unit_or_has_its_own(string text, long expected) =>
        Assert.Equal(expected, ConfigurationText.Size(text, Megabyte));

    [Theory]
    [InlineData("much")]
    [InlineData("5 apples")]
    [InlineData("MB")]
    [InlineData("NaN")]
    [InlineData("1e300")]
    public void A_size_that_is_none_says_how_to_write_one(string text) =>
        Assert.Contains("512MB", Assert.Throws<FormatException>(() => ConfigurationText.Size(text, Megabyte)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("90", 90)]
    [InlineData("1.5", 1.5)]
    [InlineData("500ms", 0.5)]
    [InlineData("90s", 90)]
    [InlineData("5m", 300)]
    [InlineData("5 min", 300)]
    [InlineData("1h", 3600)]
    [InlineData("1d", 86_400)]
    [InlineData("00:05:00", 300)]
    public void A_duration_is_a_number_of_seconds_or_has_its_own_unit(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), ConfigurationText.Duration(text));

    [Theory]
    [InlineData("soon")]
    [InlineData("5 lightyears")]
    [InlineData("1e300")]
    [InlineData("5:xx")]
    public void A_duration_that_is_none_says_how_to_write_one(string text) =>
        Assert.Contains("5m", Assert.Throws<FormatException>(() => ConfigurationText.Duration(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("0.8", 0.8)]
    [InlineData("80%", 0.8)]
    [InlineData("95 %", 0.95)]
    [InlineData("80", 80)]
    public void A_share_is_a_fraction_or_a_percentage(string text, double expected) => Assert.Equal(expected, ConfigurationText.Share(text));

    [Theory]
    [InlineData("most")]
    [InlineData("0.8MB")]
    public void A_share_that_is_none_says_how_to_write_one(string text) =>
        Assert.Contains("80%", Assert.Throws<FormatException>(() => ConfigurationText.Share(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Numbers_are_read_alike_whatever_the_culture_of_the_machine()
    {
        var culture = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
            Assert.Equal(0.8, ConfigurationText.Share("0.8"));
            Assert.Equal(1.5, ConfigurationText.Number("1.5"));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_choice_is_a_name_and_never_a_number()
    {
        Assert.Equal(DayOfWeek.Friday, ConfigurationText.Choice<DayOfWeek>("friday"));
        Assert.Contains("Monday", Assert.Throws<FormatException>(() => ConfigurationText.Choice<DayOfWeek>("5")).Message, StringComparison.Ordinal);
    }
}
