namespace Parsimony.Embeddings;

/// <summary>Writes features in a fixed order; the trained trees know them by their place.</summary>
internal ref struct FeatureWriter(Span<float> values, List<string>? names = null)
{
    private readonly Span<float> values = values;

    public int Count { get; private set; }

    public void Add(string name, float value)
    {
        names?.Add(name);
        values[Count++] = value;
    }

    /// <summary>Two values of the same kind, one per side; which side is which must not matter.</summary>
    public void AddBoth(string name, float left, float right)
    {
        // The longer names are made only for who reads them.
        Add(names is null ? name : name + ".min", Math.Min(left, right));
        Add(names is null ? name : name + ".max", Math.Max(left, right));
    }
}
