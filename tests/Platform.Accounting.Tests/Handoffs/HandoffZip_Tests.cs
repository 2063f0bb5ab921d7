using System.IO.Compression;
using System.Text;

namespace Platform.Accounting.Tests;

/// <summary>What is in a handoff's zip.</summary>
[Collection("Handoffs"), Trait("Req", "ACC-05")]
public sealed class HandoffZip_Tests(HandoffHosts hosts)
{
    [Theory, Databases]
    public async Task Zip_OfNastyNames_UnpacksIntoFoldersWithItsChecksums(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        string[] names = ["../../../etc/passwd", "CON.pdf", "=1+1.csv", "a.pdf", "A.PDF", "été 🧾.pdf", "x\u202Efdp.exe", "line\nbreak.txt", $"{new string('n', 240)}.pdf"];
        foreach (var name in names)
            await company.AddAsync(name);
        await company.AddAsync("relevé;\"08\".pdf", DocumentType.BankStatement);
        using var folder = new ZipFolder();
        await File.WriteAllBytesAsync(folder.File("all.zip"), await ReadAsync(company, (await company.SendAsync()).Head.Id), TestContext.Current.CancellationToken);
        await ZipTools.RunAsync("unzip", folder.Path, "all.zip", "-d", "out");
        (await ZipTools.RunAsync("sha256sum", folder.File("out"), "-c", "SHA256SUMS")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(names.Length + 2);
        Directory.GetDirectories(folder.File("out")).Select(Path.GetFileName).Order().ShouldBe(["Factures d'achat", "Relevés bancaires"]);
        Directory.GetFiles(folder.File("out/Factures d'achat")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(
            new[] { "=1+1.csv", "A (2).PDF", "_.._.._etc_passwd", "_CON.pdf", "a.pdf", "line_break.txt", $"{new string('n', 116)}.pdf", "xfdp.exe", "été 🧾.pdf" }.Order(StringComparer.Ordinal));
        var manifest = await File.ReadAllTextAsync(folder.File("out/manifest.csv"), TestContext.Current.CancellationToken);
        manifest.ShouldSatisfyAllConditions(
            m => m.ShouldStartWith("Fichier;Type;"), m => m.ShouldContain(";'=1+1.csv;"), m => m.ShouldContain("\"relevé;\"\"08\"\".pdf\""), m => m.ShouldContain("\"line\nbreak.txt\""));
    }

    [Theory, Databases]
    public async Task Zip_OfOneHandoff_IsTheSameEachTime(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        await company.AddAsync("a.pdf");
        var id = (await company.SendAsync()).Head.Id;
        var first = await ReadAsync(company, id);
        await company.AddAsync("later.pdf");
        await company.SendAsync();
        (await ReadAsync(company, id)).ShouldBe(first);
    }

    [Fact]
    public async Task Zip_OfADocumentThatChanged_BreaksOff()
    {
        var company = await hosts.NewAsync(TestDatabase.Sqlite);
        await company.AddAsync("a.pdf", bytes: Encoding.UTF8.GetBytes("as it was"));
        var id = (await company.SendAsync()).Head.Id;
        var path = company.BlobPath((await company.AsAsync(s => s.GetItemsAsync(id))).Items[0].Sha256);
        await File.WriteAllTextAsync(path, "as it is.", TestContext.Current.CancellationToken);
        await Should.ThrowAsync<IOException>(() => ReadAsync(company, id));
        File.Delete(path);
        await Should.ThrowAsync<IOException>(() => ReadAsync(company, id));
    }

    [Fact]
    public async Task Zip_OfManyDocuments_OpensEverywhere()
    {
        var company = await hosts.NewAsync(TestDatabase.Sqlite);
        for (var i = 0; i < 120; i++)
            await company.AddAsync("same.pdf", (DocumentType)(i % 7));
        using var zip = new ZipArchive(new MemoryStream(await ReadAsync(company, (await company.SendAsync()).Head.Id)));
        zip.Entries.Count.ShouldBe(122);
        zip.Entries.Select(e => e.FullName).Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(122);
    }

    private static async Task<byte[]> ReadAsync(HandoffCompany company, Guid id)
    {
        var zip = await company.AsAsync(s => s.DownloadAsync(id, new HandoffZipRequest()));
        // By now the transaction is over and no company is current, as while an answer is sent.
        await using var content = zip.Content;
        using var all = new MemoryStream();
        await content.CopyToAsync(all, TestContext.Current.CancellationToken);
        all.Length.ShouldBe(content.Length);
        return all.ToArray();
    }
}
