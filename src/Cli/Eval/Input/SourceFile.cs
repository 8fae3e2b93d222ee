using System.Text;

namespace Parsimony.Cli;

/// <summary>Reads the lines of a UTF-8 file: a byte order mark and CRLF are tolerated, blank lines are skipped, other encodings are named.</summary>
internal static class SourceFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads all lines that are not blank.</summary>
    /// <exception cref="InputException">The file cannot be read, or a line is not UTF-8.</exception>
    public static List<SourceLine> ReadLines(string file)
    {
        var bytes = ReadBytes(file).AsSpan();
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw new InputException(file, null, "it is UTF-16", "Save it as UTF-8.");
        }

        if (bytes.StartsWith(Utf8Mark))
        {
            bytes = bytes[Utf8Mark.Length..];
        }

        var lines = new List<SourceLine>();
        for (var number = 1; !bytes.IsEmpty; number++)
        {
            var end = bytes.IndexOf((byte)'\n');
            var text = Decode(file, number, end < 0 ? bytes : bytes[..end]);
            if (!string.IsNullOrWhiteSpace(text))
            {
                lines.Add(new SourceLine(file, number, text));
            }

            bytes = end < 0 ? [] : bytes[(end + 1)..];
        }

        return lines;
    }

    private static byte[] ReadBytes(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(file, null, "there is no such file", "Check the path.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException(file, null, "it cannot be read", $"The system says: {fault.Message}");
        }
    }

    private static string Decode(string file, int number, ReadOnlySpan<byte> line)
    {
        try
        {
            return StrictUtf8.GetString(line.EndsWith("\r"u8) ? line[..^1] : line);
        }
        catch (DecoderFallbackException)
        {
            throw new InputException(file, number, "it holds bytes that are not UTF-8", "Save the file as UTF-8.");
        }
    }
}
