using System.Text;

namespace Parsimony.Caching;

/// <summary>The ledger's file: one entry id a line, only ever appended to, by every process that has the directory.</summary>
internal sealed class QuarantineFile(string directory)
{
    private const string FileName = "quarantine.txt";

    private readonly string path = Path.Combine(directory, FileName);
    private (long Length, DateTime Written) seen;

    public void Append(EntryId id)
    {
        PrivateFiles.CreateDirectory(directory);
        using var file = PrivateFiles.Open(path, FileMode.Append);
        file.Write(Encoding.ASCII.GetBytes(id + Environment.NewLine));
    }

    /// <summary>The ids in the file, if it is another than the one read last; none where it is the same or there is none.</summary>
    public IReadOnlyList<EntryId> ReadIfChanged()
    {
        var file = new FileInfo(path);
        if (!file.Exists || seen == (file.Length, file.LastWriteTimeUtc))
        {
            return [];
        }

        // Looked at before it is read: what is appended meanwhile is another length at the next look.
        var found = (file.Length, file.LastWriteTimeUtc);
        var ids = new List<EntryId>();
        foreach (var line in File.ReadLines(path))
        {
            if (EntryId.TryParse(line.Trim(), out var id))
            {
                ids.Add(id);
            }
        }

        seen = found;
        return ids;
    }
}
