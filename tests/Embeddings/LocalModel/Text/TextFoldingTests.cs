using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Embeddings.Tests;

public class TextFoldingTests
{
    private readonly TextFolding folding = new();

    [Theory]
    [InlineData("plain text isn't touched", "plain text isn't touched")]
    [InlineData("it’s ‘so’", "it's 'so'")]
    [InlineData("ﬁle ２０ Ⅳ", "file 20 IV")]
    [InlineData("e\u0301te\u0301", "été")]
    [InlineData("smile 😀 it’s x²", "smile 😀 it's x2")]
    public void Texts_that_look_alike_become_one(string text, string folded) => Assert.Equal(folded, folding.Fold(text).ToString());

    [Fact]
    public void Half_a_surrogate_pair_does_not_stop_the_folding() =>
        Assert.Equal("one \ufffd two 2", folding.Fold("one " + (char)0xd83d + " two ²").ToString());

    [Fact]
    public void Characters_that_are_taken_for_settled_are_left_alone_by_the_platform_too()
    {
        var settled = string.Concat(Enumerable.Range(0, char.MaxValue).Select(static c => (char)c).Where(static c => TextFolding.IsSettled([c])));

        Assert.InRange(settled.Length, 30_000, 40_000);
        Assert.Equal(settled, settled.Normalize(NormalizationForm.FormKC));
        Prop.ForAll(Gen.Elements(settled.ToCharArray()).ArrayOf().ToArbitrary(), static text => new string(text).IsNormalized(NormalizationForm.FormKC))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_text_that_grows_when_it_is_folded_has_room()
    {
        var text = new string('\uFDFA', 600);

        Assert.Equal(text.Normalize(NormalizationForm.FormKC), folding.Fold(text).ToString());
    }

    [Fact]
    public void Any_text_can_be_folded_and_stays_the_same_when_folded_again() =>
        Prop.ForAll<string>(IsStable).QuickCheckThrowOnFailure();

    private bool IsStable(string? text)
    {
        var folded = folding.Fold(text).ToString();
        return folding.Fold(folded).SequenceEqual(folded);
    }
}
