using Platform.Kernel;
using Shouldly;
using Xunit;

namespace Platform.Framework.Tests;

[Trait("Req", "OPS-02")]
public sealed class NewFile_Tests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-newfile-").FullName;

    [Fact]
    public void Publish_TwoAtOnce_KeepsTheFirst()
    {
        // Both ask at the same moment, many times: looking first and renames then loses some of them.
        const int Rounds = 4_000;
        var kept = new int[2];
        using var together = new Barrier(2);
        var threads = Enumerable.Range(0, 2).Select(writer => new Thread(() =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                var draft = Path.Combine(_folder, $"{round}.{writer}");
                File.WriteAllText(draft, $"{writer}");
                together.SignalAndWait();
                if (NewFile.TryPublish(draft, Path.Combine(_folder, $"{round}")))
                    kept[writer]++;
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        kept.Sum().ShouldBe(Rounds);
        var files = Enumerable.Range(0, Rounds).Select(r => File.ReadAllText(Path.Combine(_folder, $"{r}"))).ToList();
        new[] { files.Count(f => f == "0"), files.Count(f => f == "1") }.ShouldBe(kept, "who was told that it stands finds it");
    }

    [Fact]
    public void Publish_SomethingThere_LeavesBoth()
    {
        var (draft, path) = (Path.Combine(_folder, "draft"), Path.Combine(_folder, "file"));
        File.WriteAllText(draft, "second");
        File.WriteAllText(path, "first");
        NewFile.TryPublish(draft, path).ShouldBeFalse();
        (File.ReadAllText(draft), File.ReadAllText(path)).ShouldBe(("second", "first"));
    }

    [Fact]
    public void Publish_NoFolder_SaysWhere()
    {
        var draft = Path.Combine(_folder, "draft");
        File.WriteAllText(draft, "x");
        var missing = Path.Combine(_folder, "none", "file");
        Should.Throw<IOException>(() => NewFile.TryPublish(draft, missing)).Message.ShouldContain(missing);
    }

    [Fact]
    public void Write_Twice_KeepsTheFirstAndNoDraft()
    {
        var path = Path.Combine(_folder, "é", "file");
        NewFile.TryWrite(path, "first"u8).ShouldBeTrue();
        NewFile.TryWrite(path, "second"u8).ShouldBeFalse();
        File.ReadAllText(path).ShouldBe("first");
        Directory.EnumerateFiles(Path.GetDirectoryName(path)!).ShouldBe([path]);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
