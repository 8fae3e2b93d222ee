using System.Globalization;
using System.Text;

namespace Parsimony;

/// <summary>Reads single values of YAML: plain ones, those in single and in double quotation marks, and lists of them in brackets.</summary>
internal static class YamlScalars
{
    /// <summary>Reads one value with nothing behind it but a comment.</summary>
    public static bool TryScalar(string text, out string value)
    {
        if (text[0] is '"' or '\'')
        {
            return TryQuoted(text, out value, out var behind) && IsComment(behind);
        }

        value = WithoutComment(text);
        return text[0] is not ('[' or '{' or '&' or '*' or '!' or '|' or '>');
    }

    public static string WithoutComment(string text)
    {
        var comment = text.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? text : text[..comment].TrimEnd();
    }

    public static bool IsComment(ReadOnlySpan<char> text) => text.IsEmpty || text.IsWhiteSpace() || (char.IsWhiteSpace(text[0]) && text.TrimStart()[0] == '#');

    /// <summary>Reads the value in quotation marks that a text begins with.</summary>
    /// <param name="text">The text, which begins with one.</param>
    /// <param name="value">The value.</param>
    /// <param name="behind">What stands behind it.</param>
    public static bool TryQuoted(ReadOnlySpan<char> text, out string value, out ReadOnlySpan<char> behind)
    {
        var mark = text[0];
        var read = new StringBuilder();
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == mark && mark == '\'' && i + 1 < text.Length && text[i + 1] == mark)
            {
                read.Append(mark);
                i++;
            }
            else if (text[i] == mark)
            {
                value = read.ToString();
                behind = text[(i + 1)..];
                return true;
            }
            else if (text[i] == '\\' && mark == '"')
            {
                if (!TryEscape(text[(i + 1)..], read, out var length))
                {
                    break;
                }

                i += length;
            }
            else
            {
                read.Append(text[i]);
            }
        }

        value = "";
        behind = default;
        return false;
    }

    /// <summary>Reads a list in brackets. Lists and keys inside are not read.</summary>
    public static bool TryList(string text, out List<string> items)
    {
        items = [];
        var rest = text.AsSpan(1).TrimStart();
        while (!rest.IsEmpty && rest[0] != ']')
        {
            string item;
            if (rest[0] is '"' or '\'')
            {
                if (!TryQuoted(rest, out item, out rest))
                {
                    return false;
                }
            }
            else
            {
                var length = rest.IndexOfAny(",[]{}");
                if (length < 0 || rest[length] is '[' or '{' or '}')
                {
                    return false;
                }

                item = rest[..length].Trim().ToString();
                rest = rest[length..];
            }

            if (item.Length > 0)
            {
                items.Add(item);
            }

            rest = rest.TrimStart();
            if (!rest.IsEmpty && rest[0] == ',')
            {
                rest = rest[1..].TrimStart();
            }
            else if (rest.IsEmpty || rest[0] != ']')
            {
                return false;
            }
        }

        return !rest.IsEmpty && IsComment(rest[1..]);
    }

    // Behind a backslash: the escapes of JSON and those of YAML that are written by hand.
    private static bool TryEscape(ReadOnlySpan<char> text, StringBuilder read, out int length)
    {
        length = 1;
        if (text.IsEmpty)
        {
            return false;
        }

        var digits = text[0] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits > 0)
        {
            length += digits;
            if (text.Length <= digits
                || !int.TryParse(text.Slice(1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                || !(Rune.IsValid(code) || digits == 4))
            {
                return false;
            }

            read.Append(Rune.IsValid(code) ? new Rune(code).ToString() : ((char)code).ToString());
            return true;
        }

        var known = "0abtnvfre\"/\\ ".IndexOf(text[0], StringComparison.Ordinal);
        if (known < 0)
        {
            return false;
        }

        read.Append("\0\a\b\t\n\v\f\r\e\"/\\ "[known]);
        return true;
    }
}
