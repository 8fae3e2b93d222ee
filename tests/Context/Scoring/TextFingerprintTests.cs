namespace Parsimony.Context.Tests.Scoring;

public class TextFingerprintTests
{
    [Fact]
    public void Texts_that_differ_in_one_character_or_in_length_have_different_fingerprints()
    {
        var texts = new List<string>();
        for (var length = 0; length < 40; length++)
        {
            texts.Add(new string('\0', length));
            texts.Add(new string('a', length) + "a");
            for (var at = 0; at < length; at++)
            {
                texts.Add(new string('\0', at) + 'x' + new string('\0', length - at - 1));
            }
        }

        Assert.Equal(texts.Count, texts.Select(t => TextFingerprint.Of(t)).Distinct().Count());
    }

    [Fact]
    public void The_same_text_elsewhere_in_memory_has_the_same_fingerprint() =>
        Assert.Equal(TextFingerprint.Of("some text of some length"), TextFingerprint.Of("in some text of some length here".AsSpan(3, 24)));
}
