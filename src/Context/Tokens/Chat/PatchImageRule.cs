namespace Parsimony.Context;

/// <summary>A price for each patch of 32 x 32 pixels, for 1,536 patches at most: a larger image is scaled down to fit.</summary>
internal sealed class PatchImageRule(double pricePerPatch) : ImageRule
{
    private const double Patch = 32;
    private const double MaxPatches = 1536;

    /// <inheritdoc/>
    public override int Count((int Width, int Height)? size, string? detail)
    {
        var patches = size is { } known
            ? Math.Min(MaxPatches, Math.Ceiling(known.Width / Patch) * Math.Ceiling(known.Height / Patch))
            : MaxPatches;
        return (int)Math.Ceiling(patches * pricePerPatch);
    }
}
