namespace Platform.Accounting.Tests;

/// <summary>A folder that goes with its test.</summary>
internal sealed class ZipFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("platform-zip-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
