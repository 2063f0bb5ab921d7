using System.Diagnostics;
using System.Text.Json;

namespace Platform.Tenancy.Tests;

/// <summary>An export in a folder, taken apart by the programs that people have: unzip, sha256sum, Python.</summary>
internal sealed class Unpacked : IDisposable
{
    private const string Reads = """
        import csv, io, json, os, sys, zipfile
        zipfile.ZipFile("export.zip").testzip() is None or sys.exit("damaged")
        for file in json.load(open("all/manifest.json", encoding="utf-8"))["files"]:
            path = "all/" + file["path"]
            assert os.path.getsize(path) == file["size"], path
            if path.endswith(".json") and "rows" in file:
                assert len(json.load(open(path, encoding="utf-8"))) == file["rows"], path
            if path.endswith(".csv") and "rows" in file:
                assert open(path, "rb").read(3) == b"\xef\xbb\xbf", path
                rows = list(csv.reader(open(path, encoding="utf-8-sig", newline=""), delimiter=";"))
                assert len(rows) == file["rows"] + 1 and len(set(map(len, rows))) == 1, path
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("platform-export-").FullName;

    private Unpacked()
    {
    }

    public JsonElement Manifest { get; private set; }

    public string Root => Path.Combine(_folder, "all");

    /// <summary>Paths with forward slashes.</summary>
    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static async Task<Unpacked> OfAsync(byte[] zip)
    {
        var unpacked = new Unpacked();
        await File.WriteAllBytesAsync(Path.Combine(unpacked._folder, "export.zip"), zip);
        await RunAsync("unzip", unpacked._folder, "-q", "export.zip", "-d", "all");
        await RunAsync("sha256sum", unpacked.Root, "--quiet", "--strict", "-c", "manifest.sha256");
        unpacked.Manifest = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(unpacked.Root, "manifest.json"))).RootElement.Clone();
        await RunAsync("python3", unpacked._folder, "-c", Reads);
        return unpacked;
    }

    public string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>All records of a table, also where they are in several files.</summary>
    public IReadOnlyList<JsonElement> Rows(string table) =>
    [
        .. Manifest.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("path").GetString()!)
            .Where(p => p.EndsWith(".json", StringComparison.Ordinal))
            .Where(p => p == $"records/{table}.json" || (p.StartsWith($"records/{table}-", StringComparison.Ordinal) && int.TryParse(p[$"records/{table}-".Length..^".json".Length], out _)))
            .SelectMany(p => JsonDocument.Parse(Text(p)).RootElement.EnumerateArray()),
    ];

    /// <summary>Every table of records: "sepa/mandates".</summary>
    public IReadOnlyList<string> Tables => [.. Files.Where(f => f.StartsWith("records/", StringComparison.Ordinal) && f.EndsWith(".json", StringComparison.Ordinal))
        .Select(f => System.Text.RegularExpressions.Regex.Replace(f["records/".Length..^".json".Length], @"-\d+$", "")).Distinct()];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task RunAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["LC_ALL"] = "C.UTF-8" } };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, $"{program}: {output}{await error}");
    }
}
