using System.Text;

namespace Parsimony.Cli.Tests;

/// <summary>A file that lives as long as its test.</summary>
internal sealed class InputFile : IDisposable
{
    public InputFile(string text)
        : this(Encoding.UTF8.GetBytes(text))
    {
    }

    public InputFile(byte[] bytes)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"parsimony-cli-{Guid.NewGuid():N}");
        File.WriteAllBytes(Path, bytes);
    }

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}
