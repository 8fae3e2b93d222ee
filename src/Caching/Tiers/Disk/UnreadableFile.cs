namespace Parsimony.Caching;

/// <summary>Moves a file that cannot be read out of the way, for someone to look at. One such file is kept, so that they never pile up.</summary>
internal static class UnreadableFile
{
    public const string Suffix = ".unreadable";

    /// <summary>Moves the file and drops its journal.</summary>
    /// <returns>Whether its name is free now.</returns>
    public static bool Move(string path)
    {
        try
        {
            if (File.Exists(path))
            {
                File.Move(path, path + Suffix, overwrite: true);
            }

            File.Delete(path + "-wal");
            File.Delete(path + "-shm");
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false; // another process holds it open; the caller tries again later
        }
    }
}
