using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Platform.Accounting.Tests;

/// <summary>A zip that is worked out beforehand: what others read of it, and that any piece of it is a piece of the whole.</summary>
[Trait("Req", "ACC-05")]
public sealed class Zip_Tests
{
    private static readonly (string Name, byte[] Content)[] Some =
    [
        ("Factures d'achat/été 🧾.pdf", ZipFiles.Text("one")), ("empty.txt", []), ("Verkäufe/日本.csv", new byte[300_000]), ("SHA256SUMS", ZipFiles.Text("x  y\n")),
    ];

    [Fact]
    public async Task Read_OfDotNet_FindsNamesTimesAndContents()
    {
        using var zip = new ZipArchive(new MemoryStream(await new ZipFiles(Some).ReadAsync()), ZipArchiveMode.Read);
        zip.Entries.Select(e => e.FullName).ShouldBe(Some.Select(s => s.Name));
        foreach (var (entry, (_, content)) in zip.Entries.Zip(Some))
        {
            using var read = new MemoryStream();
            await using var stream = await entry.OpenAsync(TestContext.Current.CancellationToken);
            await stream.CopyToAsync(read, TestContext.Current.CancellationToken);
            read.ToArray().ShouldBe(content);
            entry.LastWriteTime.DateTime.ShouldBe(ZipFiles.At);
        }
    }

    [Theory]
    [InlineData("unzip", "-t", "zip")]
    [InlineData("python3", "-m", "zipfile", "-t", "zip")]
    public async Task Test_OfOtherPrograms_FindsNoFault(string program, params string[] arguments)
    {
        using var folder = new ZipFolder();
        await File.WriteAllBytesAsync(folder.File("zip"), await new ZipFiles(Some).ReadAsync(), TestContext.Current.CancellationToken);
        (await ZipTools.RunAsync(program, folder.Path, arguments)).ShouldNotContain("warning", Case.Insensitive);
        if (program == "unzip")
            (await ZipTools.RunAsync("unzip", folder.Path, "-Z1", "zip")).Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(Some.Select(s => s.Name));
    }

    [Fact]
    public async Task Read_OfNothing_IsAnEmptyZip()
    {
        var bytes = await new ZipFiles().ReadAsync();
        bytes.Length.ShouldBe(22);
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        zip.Entries.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_OfAnyRange_IsThatSliceOfTheWhole(bool forward)
    {
        var files = Gen.Choose(0, 400).SelectMany(size => Gen.Choose(0, 255).Select(b => (byte)b).ListOf(size)).Select(bytes => bytes.ToArray()).ListOf().Resize(8);
        Prop.ForAll(files.ToArbitrary(), Gen.Choose(0, 1_000_000).Two().ToArbitrary(), Gen.Choose(1, 700).ToArbitrary(), (contents, range, piece) =>
        {
            var zip = new ZipFiles([.. contents.Select((c, i) => ($"folder é/{i}", c))]) { IsForward = forward };
            var whole = zip.ReadAsync().GetAwaiter().GetResult();
            var (from, length) = (range.Item1 % whole.Length, range.Item2 % whole.Length);
            var slice = zip.ReadAsync(from, length, piece).GetAwaiter().GetResult();
            return whole.Length == zip.Layout.Length && slice.AsSpan().SequenceEqual(whole.AsSpan(from, Math.Min(length, whole.Length - from)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Read_FromTheMiddle_OpensOnlyWhatItNeeds()
    {
        var zip = new ZipFiles(("a", new byte[1000]), ("b", new byte[1000]), ("c", new byte[1000]));
        await zip.ReadAsync(1500, 300);
        zip.Opened.ShouldBe([1]);
        zip.Opened.Clear();
        await zip.ReadAsync(zip.Layout.Length - 30, 30);
        zip.Opened.ShouldBeEmpty("the directory is no file");
    }

    [Theory]
    [InlineData(false, "abcd", "4 bytes instead of 3")]
    [InlineData(false, "ab", "2 bytes instead of 3")]
    [InlineData(false, "abd", "CRC-32")]
    [InlineData(true, "abcd", "goes on")]
    [InlineData(true, "ab", "ends before")]
    [InlineData(true, "abd", "CRC-32")]
    public async Task Read_OfAFileThatChanged_BreaksOff(bool forward, string now, string what)
    {
        var zip = new ZipFiles(("first", new byte[10]), ("second", Encoding.UTF8.GetBytes("abc"))) { IsForward = forward };
        zip.Changed[1] = Encoding.UTF8.GetBytes(now);
        await Should.ThrowAsync<ZipDamagedException>(() => zip.ReadAsync());
        zip.Damages.ShouldHaveSingleItem().ShouldSatisfyAllConditions(d => d.ShouldStartWith("1: "), d => d.ShouldContain(what));
    }

    [Fact]
    public void Layout_OfWhatNoZipHolds_IsRefused()
    {
        Should.Throw<ArgumentException>(() => new ZipLayout([new ZipItem("a", 0, 1)], ZipFiles.At));
        Should.Throw<ArgumentException>(() => new ZipLayout([new ZipItem("", 1, 1)], ZipFiles.At));
        Should.Throw<ArgumentException>(() => new ZipLayout([new ZipItem(new string('a', 65_536), 1, 1)], ZipFiles.At));
        Should.Throw<ArgumentOutOfRangeException>(() => new ZipLayout([], new DateTime(1979, 12, 31, 0, 0, 0, DateTimeKind.Utc)));
    }
}
