namespace Parsimony.Context;

/// <summary>
/// A base price and a price for each tile of 512 x 512 pixels, after the image is scaled down to fit 2048 x 2048 and then to 768 pixels
/// on its shorter side. With low detail, the base price alone.
/// </summary>
internal sealed class TileImageRule(int basePrice, int tilePrice) : ImageRule
{
    private const double LongestSide = 2048;
    private const double ShorterSide = 768;
    private const double Tile = 512;

    /// <inheritdoc/>
    public override int Count((int Width, int Height)? size, string? detail)
    {
        if (string.Equals(detail, "low", StringComparison.OrdinalIgnoreCase))
        {
            return basePrice;
        }

        var (width, height) = size is { } known ? ((double)known.Width, (double)known.Height) : (LongestSide, ShorterSide);
        var fit = Math.Min(1, LongestSide / Math.Max(width, height));
        fit *= Math.Min(1, ShorterSide / (Math.Min(width, height) * fit));

        // Rounded first: a side scaled to 768 must not become 768.0000001 and a tile more.
        var tiles = Math.Ceiling(Math.Round(width * fit, 6) / Tile) * Math.Ceiling(Math.Round(height * fit, 6) / Tile);
        return basePrice + (tilePrice * (int)tiles);
    }
}
