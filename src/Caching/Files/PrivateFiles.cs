namespace Parsimony.Caching;

/// <summary>
/// Makes the cache's directories and files for their owner alone: answers are as private as the prompts they answer, and the usual
/// umask lets every account of the machine read them. What exists keeps the mode it has; Windows has access lists instead.
/// </summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Creates a directory and those above it that are missing.</summary>
    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        // The mode goes to the last directory alone, so each is made on its own.
        var missing = new Stack<string>();
        for (var at = Path.GetFullPath(path); at is not null && !Directory.Exists(at); at = Path.GetDirectoryName(at))
        {
            missing.Push(at);
        }

        foreach (var directory in missing)
        {
            Directory.CreateDirectory(directory, OwnersFile | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Creates an empty file where there is none. SQLite gives its siblings (-wal, -shm) the mode of the file itself.</summary>
    public static void Create(string path)
    {
        try
        {
            // A file that is there must not be opened: closing it would drop the locks that SQLite holds on it in this process.
            Open(path, FileMode.CreateNew).Dispose();
        }
        catch (IOException) when (File.Exists(path))
        {
            // It is there, perhaps since this moment.
        }
    }

    /// <summary>Opens a file to write, or makes it.</summary>
    public static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersFile;
        }

        return new FileStream(path, options);
    }
}
