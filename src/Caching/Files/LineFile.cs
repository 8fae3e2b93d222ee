using System.Text;

namespace Parsimony.Caching;

/// <summary>A file of short lines that is only ever appended to, by every process that has the directory. It holds no prompt and no answer.</summary>
internal sealed class LineFile(string directory, string name)
{
    private readonly string path = Path.Combine(directory, name);
    private (long Length, DateTime Written) seen;

    public void Append(string line)
    {
        PrivateFiles.CreateDirectory(directory);
        using var file = PrivateFiles.Open(path, FileMode.Append);
        file.Write(Encoding.ASCII.GetBytes(line + Environment.NewLine));
    }

    /// <summary>The lines of the file, if it is another than the one read last; none where it is the same or there is none.</summary>
    public IReadOnlyList<string> ReadIfChanged()
    {
        var file = new FileInfo(path);
        if (!file.Exists || seen == (file.Length, file.LastWriteTimeUtc))
        {
            return [];
        }

        // Looked at before it is read: what is appended meanwhile is another length at the next look.
        var found = (file.Length, file.LastWriteTimeUtc);
        string[] lines = [.. File.ReadLines(path).Select(static line => line.Trim())];
        seen = found;
        return lines;
    }
}
