using System.Runtime.Versioning;

namespace Parsimony.Caching.Tests.Files;

[UnsupportedOSPlatform("windows")]
public sealed class PrivateFilesTests : IDisposable
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersDirectory = OwnersFile | UnixFileMode.UserExecute;
    private const UnixFileMode Open = OwnersDirectory | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly TempDirectory root = new();

    public void Dispose() => root.Dispose();

    [UnixFact]
    public async Task What_the_cache_creates_is_its_owners_alone()
    {
        var directory = Path.Combine(root.Path, "parent", "cache");
        await using (var cache = new ResponseCache(new() { Directory = directory }))
        {
            var stored = await cache.StoreAsync(cache.Plan(CacheFixture.Question("q"), null, CallScope.Empty), FakeModel.Answer("a"));
            await cache.MaintainAsync();
            await cache.ReportFalseHitAsync(stored.EntryId!);
            await cache.ReportMissedHitAsync("q", "r");

            var files = Directory.GetFiles(directory).Select(f => (Path.GetFileName(f), File.GetUnixFileMode(f))).Order().ToList();
            Assert.Equal(["archive.db", "archive.db-shm", "archive.db-wal", "missed-hits.jsonl", "quarantine.txt", "responses.db", "responses.db-shm", "responses.db-wal", "same-answer-bounds.txt"], files.Select(f => f.Item1));
            Assert.All(files, f => Assert.Equal(OwnersFile, f.Item2));
        }

        Assert.Equal(OwnersDirectory, File.GetUnixFileMode(directory));
        Assert.Equal(OwnersDirectory, File.GetUnixFileMode(Path.GetDirectoryName(directory)!));
    }

    [UnixFact]
    public async Task A_ledger_without_disk_tiers_is_its_owners_alone_too()
    {
        var directory = Path.Combine(root.Path, "cache");
        var f = new CacheFixture(o => o.Directory = directory);
        await f.Cache.ReportFalseHitAsync((await f.StoreAsync("q", "a")).EntryId!);

        Assert.Equal(OwnersDirectory, File.GetUnixFileMode(directory));
        Assert.Equal(OwnersFile, File.GetUnixFileMode(Path.Combine(directory, "quarantine.txt")));
    }

    [UnixFact]
    public async Task What_is_there_keeps_the_mode_that_its_owner_gave_it()
    {
        var directory = Directory.CreateDirectory(Path.Combine(root.Path, "cache"), Open).FullName;
        File.SetUnixFileMode(directory, Open);
        var ledger = Path.Combine(directory, "quarantine.txt");
        await File.WriteAllTextAsync(ledger, "");
        File.SetUnixFileMode(ledger, OwnersFile | UnixFileMode.GroupRead);
        await using (var cache = new ResponseCache(new() { Directory = directory }))
        {
            var stored = await cache.StoreAsync(cache.Plan(CacheFixture.Question("q"), null, CallScope.Empty), FakeModel.Answer("a"));
            await cache.ReportFalseHitAsync(stored.EntryId!);
        }

        Assert.Equal(Open, File.GetUnixFileMode(directory));
        Assert.Equal(OwnersFile | UnixFileMode.GroupRead, File.GetUnixFileMode(ledger));
        Assert.NotEmpty(await File.ReadAllTextAsync(ledger));
    }

    [UnixFact]
    public async Task A_file_made_again_after_it_rotted_is_its_owners_alone()
    {
        var file = root.File("responses.db");
        await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat("not a database ", 500)));
        await using var cache = new ResponseCache(new() { Directory = root.Path });

        await cache.StoreAsync(cache.Plan(CacheFixture.Question("q"), null, CallScope.Empty), FakeModel.Answer("a"));

        Assert.Equal(OwnersFile, File.GetUnixFileMode(file));
    }
}
