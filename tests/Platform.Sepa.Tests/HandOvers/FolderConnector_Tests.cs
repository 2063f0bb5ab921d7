using System.Text;
using Microsoft.Extensions.Configuration;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-10")]
public sealed class FolderConnector_Tests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("platform-bank-");
    private readonly FolderConnector _connector;
    private readonly BankDelivery _delivery = new(Guid.CreateVersion7(), "lefevre", "SDD-2026-00001", "SDD-2026-00001.xml", [new SignatureDownload("SDD-2026-00001.xml.p7s", [1, 2, 3])]);

    public FolderConnector_Tests() => _connector = Connector(_root.FullName);

    private string Released => Path.Combine(_root.FullName, "lefevre", "SDD-2026-00001");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void Availability_WithoutAFolder_IsNone() => Connector(null).IsAvailable.ShouldBeFalse();

    [Fact]
    public async Task Release_OfWhatWasStaged_ShowsFileAndSignaturesTogether()
    {
        await StageAsync();
        Directory.Exists(Released).ShouldBeFalse();
        await _connector.ReleaseAsync(_delivery, TestContext.Current.CancellationToken);
        Directory.GetFiles(Released).Select(Path.GetFileName).Order().ShouldBe(["SDD-2026-00001.xml", "SDD-2026-00001.xml.p7s"]);
        File.ReadAllText(Path.Combine(Released, "SDD-2026-00001.xml")).ShouldBe("<Document/>");
    }

    [Fact]
    public async Task Release_AgainAfterTheBankTookIt_DoesNothing()
    {
        await StageAsync();
        await _connector.ReleaseAsync(_delivery, TestContext.Current.CancellationToken);
        Directory.Delete(Released, recursive: true);
        await _connector.ReleaseAsync(_delivery, TestContext.Current.CancellationToken);
        Directory.Exists(Released).ShouldBeFalse();
    }

    [Fact]
    public async Task Release_OfWhatVanished_Fails()
    {
        await StageAsync();
        Directory.Delete(Path.Combine(_root.FullName, "lefevre", ".staging"), recursive: true);
        await Should.ThrowAsync<DirectoryNotFoundException>(() => _connector.ReleaseAsync(_delivery, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Release_OfAnotherTry_LeavesWhatADeadOneStaged()
    {
        await StageAsync();
        var other = _delivery with { Attempt = Guid.CreateVersion7() };
        await _connector.StageAsync(other, Content(), TestContext.Current.CancellationToken);
        await _connector.ReleaseAsync(other, TestContext.Current.CancellationToken);
        Directory.Delete(Released, recursive: true);
        await _connector.ReleaseAsync(other, TestContext.Current.CancellationToken);
        Directory.Exists(Released).ShouldBeFalse();
    }

    private Task StageAsync() => _connector.StageAsync(_delivery, Content(), TestContext.Current.CancellationToken);

    private static MemoryStream Content() => new(Encoding.UTF8.GetBytes("<Document/>"));

    private static FolderConnector Connector(string? folder) => new(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Sepa:HandOverFolder"] = folder }).Build());
}
