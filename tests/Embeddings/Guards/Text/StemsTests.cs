namespace Parsimony.Embeddings.Tests;

public class StemsTests
{
    [Theory]
    [InlineData("buy", "buys", "buying", "bought", "buyer")]
    [InlineData("study", "studies", "studied", "studying")]
    [InlineData("run", "runs", "running", "ran")]
    [InlineData("bake", "bakes", "baked", "baking")]
    [InlineData("big", "bigger", "biggest")]
    [InlineData("cheap", "cheaper", "cheapest", "cheaply")]
    [InlineData("country", "countries")]
    [InlineData("match", "matches", "matched", "matching")]
    [InlineData("class", "classes")]
    [InlineData("woman", "women")]
    [InlineData("good", "better", "best")]
    [InlineData("enable", "enables", "enabled", "enabling")]
    [InlineData("die", "died", "dying", "death")]
    public void Inflections_share_a_stem(params string[] forms) => Assert.Single(forms.Select(Stems.Of).Distinct());

    [Theory]
    [InlineData("status", "state")]
    [InlineData("tennis", "tent")]
    [InlineData("import", "export")]
    [InlineData("thing", "the")]
    [InlineData("string", "strong")]
    [InlineData("is", "i")]
    [InlineData("用户", "用户们")]
    public void Other_words_do_not(string word, string other) => Assert.NotEqual(Stems.Of(word), Stems.Of(other));

    [Theory]
    [InlineData("a")]
    [InlineData("s")]
    [InlineData("ss")]
    [InlineData("ies")]
    [InlineData("eeee")]
    [InlineData("ing")]
    [InlineData("sssss")]
    [InlineData("здравствуйте")]
    public void A_stem_is_never_empty(string word) => Assert.NotEmpty(Stems.Of(word));
}
