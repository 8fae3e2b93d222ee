namespace Parsimony;

/// <summary>One mistake in the options: where, what stands there, and what to write instead.</summary>
internal readonly record struct ConfigurationError(string Key, string? Value, string Remedy)
{
    public override string ToString() => Value is null ? $"{Key} is missing: {Remedy}" : $"{Key} = {Value}: {Remedy}";
}
