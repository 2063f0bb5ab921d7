using System.Runtime.Versioning;
using System.Text;
using Microsoft.Extensions.Configuration;
using Platform.Kernel;

namespace Platform.Accounting.Tests;

[Trait("Req", "ACC-09")]
public sealed class PdfDetach_Tests
{
    private static readonly string[] Names = ["factur-x.xml", "zugferd-invoice.xml"];

    [Theory]
    [InlineData("factur-x.xml")]
    [InlineData("ZUGFeRD-invoice.xml")]
    public async Task Find_AnEmbeddedFile_GivesItsBytes(string name)
    {
        RequireTool();
        var content = Encoding.UTF8.GetBytes(Samples.Text("cii-invoice.xml"));
        var found = await FindAsync(FacturX.Pdf(("notes.txt", "x"u8.ToArray()), (name, content)));
        found!.Name.ShouldBe(name);
        found.Content.ShouldBe(content);
    }

    [Fact]
    public async Task Find_SeveralOfTheNames_TakesTheFirstName()
    {
        RequireTool();
        (await FindAsync(FacturX.Pdf(("zugferd-invoice.xml", "old"u8.ToArray()), ("factur-x.xml", "new"u8.ToArray()))))!.Content.ShouldBe("new"u8.ToArray());
    }

    [Fact]
    public async Task Find_NoneOfTheNames_GivesNull()
    {
        RequireTool();
        (await FindAsync(FacturX.Pdf(("order-x.xml", "x"u8.ToArray())))).ShouldBeNull();
        (await FindAsync(FacturX.Pdf())).ShouldBeNull();
    }

    [Fact]
    public async Task Find_AFileThatIsTooLarge_IsRefused()
    {
        RequireTool();
        (await RefusedAsync(FacturX.Pdf(("factur-x.xml", new byte[EInvoiceLimits.XmlBytes + 1])))).ShouldBe(AccountingErrorCodes.EInvoiceTooLarge);
    }

    [Fact]
    public async Task Find_InWhatIsNoPdf_IsRefusedAndLeavesNothing()
    {
        RequireTool();
        (await RefusedAsync("%PDF-1.7 and nothing more"u8.ToArray())).ShouldBe(AccountingErrorCodes.PdfUnreadable);
        Directory.GetDirectories(Path.GetTempPath(), "platform-pdf-*").Where(d => Directory.EnumerateFiles(d).Any(f => new FileInfo(f).Length == 25)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Find_WithoutTheProgram_SaysSo() =>
        (await RefusedAsync(FacturX.Pdf(), ("Pdf:DetachProgram", "/nowhere/pdfdetach"))).ShouldBe(AccountingErrorCodes.PdfToolMissing);

    [Fact, UnsupportedOSPlatform("windows")]
    public async Task Find_AProgramThatHangs_IsEndedAtTheTimeLimit()
    {
        var folder = Directory.CreateTempSubdirectory("hangs-");
        var (script, pid) = (Path.Combine(folder.FullName, "hangs"), Path.Combine(folder.FullName, "pid"));
        await File.WriteAllTextAsync(script, $"#!/bin/sh\necho $$ > {pid}\nexec sleep 600\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        (await RefusedAsync(FacturX.Pdf(), ("Pdf:DetachProgram", script), ("Pdf:DetachTimeoutSeconds", "0.5"))).ShouldBe(AccountingErrorCodes.PdfUnreadable);
        // Ended, or at most not yet collected.
        var status = $"/proc/{(await File.ReadAllTextAsync(pid, TestContext.Current.CancellationToken)).Trim()}/stat";
        (File.Exists(status) ? await File.ReadAllTextAsync(status, TestContext.Current.CancellationToken) : ") Z").ShouldContain(") Z");
        folder.Delete(recursive: true);
    }

    internal static void RequireTool() =>
        Assert.SkipUnless(TestEnvironment.IsContinuousIntegration || File.Exists("/usr/bin/pdfdetach"), "poppler-utils is not installed");

    private static Task<PdfAttachment?> FindAsync(byte[] pdf, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();
        return new PdfDetach(configuration).FindAsync(new MemoryStream(pdf), Names, TestContext.Current.CancellationToken);
    }

    private static async Task<string> RefusedAsync(byte[] pdf, params (string Key, string Value)[] settings) =>
        (await Should.ThrowAsync<BusinessException>(() => FindAsync(pdf, settings))).Code;
}
