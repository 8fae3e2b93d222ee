using System.Text.Json;

namespace Parsimony.Cli;

/// <summary>A JSON value that knows where it stands, so that an error about it can say so.</summary>
/// <param name="Line">The line it is in.</param>
/// <param name="Path">Its path in the line's object, such as <c>turns[3].text</c>; empty for the object itself.</param>
/// <param name="Element">The value.</param>
internal readonly record struct JsonField(SourceLine Line, string Path, JsonElement Element)
{
    /// <summary>Gets a member, or <see langword="null"/> where it is absent or JSON's null.</summary>
    public JsonField? Find(string name)
    {
        if (Element.ValueKind != JsonValueKind.Object)
        {
            throw Fail("must be an object", "Put it in braces.");
        }

        return Element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? new JsonField(Line, Path.Length == 0 ? name : $"{Path}.{name}", value)
            : null;
    }

    /// <summary>Gets a member that must be there.</summary>
    public JsonField Get(string name) => Find(name) ?? throw Line.Fail($"\"{(Path.Length == 0 ? name : $"{Path}.{name}")}\" is missing", "Add it.");

    /// <summary>Gets a text that must be there; it may be empty.</summary>
    public string Text(string name) => Get(name).AsText();

    /// <summary>Gets a text, or <see langword="null"/>.</summary>
    public string? FindText(string name) => Find(name)?.AsText();

    /// <summary>Gets a text that must be there and hold something.</summary>
    public string Label(string name)
    {
        var field = Get(name);
        var text = field.AsText();
        return text.Length > 0 ? text : throw field.Fail("is empty", "Give it a value.");
    }

    /// <summary>Gets the items of a list that must be there.</summary>
    public List<JsonField> Items(string name) => Get(name).AsItems();

    /// <summary>Gets the items of a list; none where it is absent.</summary>
    public List<JsonField> FindItems(string name) => Find(name)?.AsItems() ?? [];

    /// <summary>Reads this value as text.</summary>
    public string AsText() => Element.ValueKind == JsonValueKind.String ? ReadText() : throw Fail("must be a text", "Put it in quotes.");

    /// <summary>Reads this value as a whole number, 0 or more.</summary>
    public int AsCount() => Element.ValueKind == JsonValueKind.Number && Element.TryGetInt32(out var number) && number >= 0
        ? number
        : throw Fail("must be a whole number, 0 or more", "Correct it.");

    /// <summary>Makes the error for this value.</summary>
    /// <param name="problem">What is wrong, as the end of a sentence about the value.</param>
    /// <param name="remedy">What to do, as a sentence.</param>
    public InputException Fail(string problem, string remedy) => Line.Fail(Path.Length == 0 ? $"it {problem}" : $"\"{Path}\" {problem}", remedy);

    /// <summary>Reads this value as a list.</summary>
    public List<JsonField> AsItems()
    {
        if (Element.ValueKind != JsonValueKind.Array)
        {
            throw Fail("must be a list", "Put it in square brackets.");
        }

        var items = new List<JsonField>(Element.GetArrayLength());
        foreach (var item in Element.EnumerateArray())
        {
            items.Add(new JsonField(Line, $"{Path}[{items.Count}]", item));
        }

        return items;
    }

    private string ReadText()
    {
        try
        {
            return Element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Fail("holds half of a surrogate pair", "Write the whole character.");
        }
    }
}
