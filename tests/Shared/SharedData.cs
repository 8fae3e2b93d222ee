namespace Parsimony.Testing;

/// <summary>The data beside the repository: real, public, and not part of it.</summary>
internal static class SharedData
{
    /// <summary>Finds a file or folder.</summary>
    /// <param name="path">Its path below <c>../shared/data</c>, such as <c>tokens/recorded-usage.jsonl</c>.</param>
    /// <returns>The full path, or <see langword="null"/> where there is none.</returns>
    public static string? Find(string path)
    {
        // A checkout may itself lie a folder or two below the one that has the data beside it.
        for (var folder = new DirectoryInfo(RepositoryRoot.Path).Parent; folder is not null; folder = folder.Parent)
        {
            var full = Path.Combine(folder.FullName, "shared", "data", path);
            if (Path.Exists(full))
            {
                return full;
            }
        }

        return null;
    }
}
