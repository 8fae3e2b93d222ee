namespace Parsimony.Context;

/// <summary>How a model charges for images (OpenAI's guide to images and vision).</summary>
internal abstract class ImageRule
{
    // Longer prefixes stand before shorter ones.
    private static readonly (string Prefix, ImageRule Rule)[] Rules =
    [
        ("gpt-4o-mini", new TileImageRule(2833, 5667)),
        ("gpt-4.1-mini", new PatchImageRule(1.62)),
        ("gpt-4.1-nano", new PatchImageRule(2.46)),
        ("gpt-5-mini", new PatchImageRule(1.62)),
        ("gpt-5-nano", new PatchImageRule(2.46)),
        ("gpt-5", new TileImageRule(70, 140)),
        ("o4-mini", new PatchImageRule(1.72)),
        ("o1", new TileImageRule(75, 150)),
        ("o3", new TileImageRule(75, 150)),
    ];

    private static readonly ImageRule Gpt4o = new TileImageRule(85, 170);

    /// <summary>Finds a model's rule; GPT-4o's, which most models share, where the model is not known.</summary>
    public static ImageRule OfModel(string? modelId)
        => Rules.FirstOrDefault(r => modelId?.StartsWith(r.Prefix, StringComparison.OrdinalIgnoreCase) == true).Rule ?? Gpt4o;

    /// <summary>Counts an image.</summary>
    /// <param name="size">Its size in pixels; without one, the largest an image can be is assumed.</param>
    /// <param name="detail"><c>low</c>, <c>high</c> or <c>auto</c>; none means <c>auto</c>, which is <c>high</c> at worst.</param>
    public abstract int Count((int Width, int Height)? size, string? detail);
}
