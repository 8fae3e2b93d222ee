using Microsoft.Extensions.AI;

namespace Parsimony.Context.Tests;

public class ImageTests
{
    [Theory]
    [InlineData("gpt-4o", 1024, 1024, "high", 85 + (4 * 170))]
    [InlineData("gpt-4o", 2048, 4096, "high", 85 + (6 * 170))]
    [InlineData("gpt-4o", 4096, 8192, "low", 85)]
    [InlineData("gpt-4o", 1, 1, null, 85 + 170)]
    [InlineData("gpt-4o", 512, 512, "auto", 85 + 170)]
    [InlineData("gpt-4o-mini", 1, 1, "auto", 2833 + 5667)]
    [InlineData("gpt-5", 512, 512, "high", 70 + 140)]
    [InlineData("o1", 512, 512, "high", 75 + 150)]
    [InlineData("gpt-4.1-mini", 1024, 1024, "high", 1659)]
    [InlineData("gpt-4.1-mini", 4000, 3000, "high", 2489)]
    [InlineData(null, 512, 512, "high", 85 + 170)]
    public void An_image_counts_by_the_models_rule(string? model, int width, int height, string? detail, int tokens)
        => Assert.Equal(tokens, ImageRule.OfModel(model).Count((width, height), detail));

    [Fact]
    public void An_image_of_unknown_size_counts_as_the_largest()
    {
        var message = new ChatMessage(ChatRole.User, [new UriContent("https://example.com/cat.png", "image/png")]);
        Assert.Equal(3 + 1 + 85 + (8 * 170), new ChatTokenCounter(TokenCounter.O200kBase, "gpt-4o").CountMessage(message));
    }

    [Fact]
    public void Sizes_are_read_from_the_common_formats()
    {
        Assert.Equal((640, 480), ImageSize.Of([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 2, 0x80, 0, 0, 1, 0xE0]));
        Assert.Equal((640, 480), ImageSize.Of([.. "GIF89a"u8, 0x80, 2, 0xE0, 1]));
        Assert.Equal((640, 480), ImageSize.Of([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 11, 8, 1, 0xE0, 2, 0x80, 1, 1, 0x11, 0]));
        Assert.Equal((640, 480), ImageSize.Of([.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0x7F, 2, 0, 0xDF, 1, 0]));
        Assert.Equal((640, 480), ImageSize.Of([.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8L"u8, 0, 0, 0, 0, 0x2F, 0x7F, 0xC2, 0x77, 0, 0, 0, 0, 0, 0]));
        Assert.Equal((640, 480), ImageSize.Of([.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8 "u8, 0, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, 0x80, 2, 0xE0, 1]));
    }

    [Fact]
    public void A_damaged_or_unknown_image_has_no_size()
    {
        Assert.Null(ImageSize.Of([]));
        Assert.Null(ImageSize.Of([0x89, 0x50, 0x4E, 0x47]));
        Assert.Null(ImageSize.Of([0xFF, 0xD8, 0xFF, 0xE0, 0, 0]));
        Assert.Null(ImageSize.Of([0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
        Assert.Null(ImageSize.Of("BM is a bitmap, which is not read"u8));
    }
}
