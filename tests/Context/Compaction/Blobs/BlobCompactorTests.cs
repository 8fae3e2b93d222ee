namespace Parsimony.Context.Tests.Compaction.Blobs;

public class BlobCompactorTests
{
    [Fact]
    public void Base64_is_named_with_its_size() =>
        Assert.Equal("before [base64, 48,213 bytes left out] behind", Compact($"before {Texts.Base64(48_213)} behind"));

    [Fact]
    public void Base64_in_lines_is_one()
    {
        var lines = string.Join("\n", Texts.Base64(3_000).Chunk(76).Select(c => new string(c)));

        Assert.Equal("Mail:\n[base64, 3,000 bytes left out]\nRegards", Compact($"Mail:\n{lines}\nRegards"));
        Assert.Equal("{\"data\":\"[base64, 3,000 bytes left out]\"}", Compact($"{{\"data\":\"{lines.Replace("\n", "\\n", StringComparison.Ordinal)}\"}}"));
    }

    [Fact]
    public void A_data_uri_keeps_its_type() =>
        Assert.Equal("<img src=\"[data:image/png, base64, 90 bytes left out]\">", Compact($"<img src=\"data:image/png;base64,{Texts.Base64(90)}\">"));

    [Fact]
    public void Long_hexadecimal_runs_are_named() =>
        Assert.Equal("dump [hex, 400 bytes left out]", Compact("dump " + Convert.ToHexStringLower(Convert.FromBase64String(Texts.Base64(400)))));

    [Theory]
    [InlineData("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("See /usr/share/dotnet/packs/Microsoft.NETCore.App.Ref/10.0.0/ref/net10.0/System.Runtime.dll for it.")]
    [InlineData("")]
    [InlineData("data:;base64,")]
    [InlineData("==== ---- ____ ////")]
    public void Hashes_paths_and_rules_stay(string text) => Assert.Null(Compact(text));

    [Fact]
    public void Runs_of_one_letter_and_long_words_stay()
    {
        Assert.Null(Compact(new string('a', 5_000) + "A1"));
        Assert.Null(Compact(new string('-', 5_000)));
        Assert.Null(Compact(string.Concat(Enumerable.Repeat("some_long_name_of_a_thing/", 40))));
    }

    [Fact]
    public void A_key_that_a_model_may_have_to_repeat_stays() => Assert.Null(Compact($"next page: {Texts.Base64(150)}"));

    [Theory]
    [InlineData("cert\\n", "cert\\n[")]
    [InlineData("\\/", "\\/[")]
    [InlineData("\\u0041", "\\u0041[")]
    [InlineData("C:\\\\", "C:\\\\[")]
    public void An_escape_before_a_run_stays_whole(string before, string expected) =>
        Assert.StartsWith($"{{\"a\":\"{expected}base64, ", Compact($"{{\"a\":\"{before}{Texts.Base64(400)}\"}}"), StringComparison.Ordinal);

    [Fact]
    public void A_backslash_at_the_end_is_no_trouble()
    {
        Assert.Null(Compact("a \\"));
        Assert.Null(Compact("a \\u00"));
    }

    private static string? Compact(string text) => new BlobCompactor().Compact(text, Texts.Target(int.MaxValue));
}
