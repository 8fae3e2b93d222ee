namespace Parsimony.Context.Tests.Scoring.English;

public class Porter2StemmerTests
{
    // Stems as the Snowball project's own English stemmer gives them.
    [Theory]
    [InlineData("consign consigned consigning consignment", "consign")]
    [InlineData("refund refunds refunded refunding", "refund")]
    [InlineData("hop hops hopped hopping", "hop")]
    [InlineData("hope hopes hoped hoping", "hope")]
    [InlineData("cry cries cried crying", "cri")]
    [InlineData("tie ties tied tying", "tie")]
    [InlineData("relate related relational", "relat")]
    [InlineData("vile vilely", "vile")]
    [InlineData("agree agreed agreement", "agre|agreement")]
    [InlineData("sensitive sensitivity sensational", "sensit|sensat")]
    [InlineData("happy happiness happily", "happi|happili")]
    [InlineData("hopefulness hopeful", "hope")]
    [InlineData("decisive decisiveness", "decis")]
    [InlineData("general generally generate", "general|generat")]
    [InlineData("communism community", "communism|communiti")]
    [InlineData("news sky skies dying early only inning proceed succeeds", "news|sky|die|earli|onli|inning|proceed|succeed")]
    [InlineData("gas this gaps kiwis bus class", "gas|this|gap|kiwi|bus|class")]
    [InlineData("controlling controllable rolled roll", "control|roll")]
    [InlineData("boys' boy's boy", "boy")]
    [InlineData("yellow toy saying sayings", "yellow|toy|say")]
    [InlineData("analogy apology theology", "analog|apolog|theolog")]
    [InlineData("be as I", "be|as|I")]
    public void Inflected_forms_have_one_stem(string words, string stems) =>
        Assert.Equal(stems.Split('|'), words.Split(' ').Select(Porter2Stemmer.Stem).Distinct());

    [Fact]
    public void Stems_are_no_longer_than_their_words_and_what_is_too_long_stays_as_it_is()
    {
        var letters = Enumerable.Range(0, 5_000).Select(i => new Random(i)).Select(r => new string([.. Enumerable.Range(0, r.Next(1, 70)).Select(_ => "aeiouylstndegbr'"[r.Next(16)])]));

        Assert.All(letters, w => Assert.True(Porter2Stemmer.Stem(w).Length <= w.Length));
        Assert.Equal(new string('s', 65), Porter2Stemmer.Stem(new string('s', 65)));
    }
}
