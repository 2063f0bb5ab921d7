using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Accounting.Tests;

/// <summary>Documents to the accounting package and bookings back, through an exchange folder.</summary>
[Trait("Req", "ACC-08")]
public sealed class Connector_Tests(ConnectorHosts hosts) : IClassFixture<ConnectorHosts>
{
    private const string Header = "journal;number;date;account;piece;label;debit;credit\n";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task Run_DocumentsHandedOver_BringsEachOnceWithItsDescription(TestDatabase database)
    {
        var connected = await hosts.NewAsync(database);
        var bytes = Guid.CreateVersion7().ToByteArray();
        var (sent, kept) = (await connected.Company.AddAsync("../Facture é.pdf", bytes: bytes), await connected.Company.AddAsync("kept.pdf"));
        await connected.Company.SendAsync(sent);
        await connected.RunAsync();
        connected.ToBook.ShouldNotContain(f => f.StartsWith($"{sent:N}"), "nobody has connected anything");
        await connected.AsAsync(s => s.ConnectAsync("folder"));
        await connected.RunAsync();
        await connected.RunAsync();
        var files = connected.ToBook.Where(f => f.StartsWith($"{sent:N}")).ToArray();
        files.Length.ShouldBe(2);
        (await File.ReadAllBytesAsync(Path.Combine(connected.Folder, "to-book", files[0]), Cancelled)).ShouldBe(bytes);
        using var description = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(connected.Folder, "to-book", files[1]), Cancelled));
        description.RootElement.GetProperty("type").GetString().ShouldBe("PurchaseInvoice");
        connected.ToBook.ShouldNotContain(f => f.StartsWith($"{kept:N}"), "it was not handed over");
        var connection = await connected.AsAsync(s => s.GetAsync());
        (connection.Current, connection.Waiting, connection.Failure).ShouldBe(("folder", 0, null));
        connection.Delivered.ShouldBeGreaterThan(0);
        await connected.AsAsync(s => s.DisconnectAsync());
        await connected.Company.SendAsync(kept);
        await connected.RunAsync();
        connected.ToBook.ShouldNotContain(f => f.StartsWith($"{kept:N}"), "it is disconnected");
    }

    [Theory, Databases]
    public async Task Run_AfterALostHost_FindsWhatThePackageHasAndGoesOn(TestDatabase database)
    {
        var connected = await hosts.NewAsync(database);
        var document = await connected.Company.AddAsync("a.pdf");
        await connected.Company.SendAsync(document);
        await connected.AsAsync(s => s.ConnectAsync("folder"));
        await connected.RunAsync();
        await connected.Company.DatabaseAsync(db => db.DocumentDeliveries.Where(d => d.DocumentId == document).ExecuteDeleteAsync());
        await connected.RunAsync();
        connected.ToBook.Count(f => f.StartsWith($"{document:N}")).ShouldBe(2);
        foreach (var file in connected.ToBook.Where(f => f.StartsWith($"{document:N}")))
            File.Delete(Path.Combine(connected.Folder, "to-book", file));
        await connected.Company.DatabaseAsync(db => db.DocumentDeliveries.Where(d => d.DocumentId == document).ExecuteDeleteAsync());
        await connected.RunAsync();
        connected.ToBook.ShouldNotContain(f => f.StartsWith($"{document:N}"), "the package has taken it: nobody books it twice");
        await connected.Company.DatabaseAsync(async db => (await db.DocumentDeliveries.CountAsync(d => d.DocumentId == document)).ShouldBe(1));
    }

    [Theory, Databases]
    public async Task Run_BookingsInTheFolder_MarkTheirDocumentsAndAreTakenAway(TestDatabase database)
    {
        var connected = await hosts.NewAsync(database);
        var number = $"F{Guid.CreateVersion7():N}";
        var document = await connected.Company.AddAsync($"{number}.pdf");
        await connected.Company.SendAsync(document);
        await connected.AsAsync(s => s.ConnectAsync("folder"));
        var file = connected.Return("ecritures.csv", $"{Header}J{number[^6..]};1;2026-11-03;607;{number};Farine;1;1\n");
        var young = connected.Return("young.csv", "half a fi");
        File.SetLastWriteTimeUtc(young, connected.Company.Clock.GetUtcNow().UtcDateTime);
        var outside = Path.Combine(connected.Folder, "booked", "outside.csv");
        File.CreateSymbolicLink(outside, "/etc/hostname");
        await connected.RunAsync();
        (await connected.Company.StatesAsync(document)).ShouldBe([DocumentState.Booked]);
        File.Exists(file).ShouldBeFalse();
        Directory.GetFiles(Path.Combine(connected.Folder, "booked", "taken")).ShouldContain(f => f.EndsWith(" ecritures.csv"));
        (File.Exists(young), File.Exists(outside)).ShouldBe((true, true), "one is still being written, the other leads elsewhere");
        (await connected.AsAsync(s => s.GetAsync())).Failure.ShouldBeNull();
        File.Delete(young);
        File.Delete(outside);
    }

    [Theory, Databases]
    public async Task Run_NamesThatNoFileSystemTakes_AreShortened(TestDatabase database)
    {
        var connected = await hosts.NewAsync(database);
        var number = $"F{Guid.CreateVersion7():N}";
        var document = await connected.Company.AddAsync($"a.{new string('é', 150)}");
        await connected.Company.SendAsync(document);
        await connected.AsAsync(s => s.ConnectAsync("folder"));
        connected.Return($"{new string('é', 120)} last.csv", $"{Header}J{number[^6..]};1;2026-11-03;607;{number};Farine;1;1\n");
        await connected.RunAsync();
        connected.ToBook.Where(f => f.StartsWith($"{document:N}")).ShouldBe([$"{document:N}", $"{document:N}.json"]);
        Directory.GetFiles(Path.Combine(connected.Folder, "booked", "taken")).ShouldContain(f => f.EndsWith("é last.csv"));
        (await connected.AsAsync(s => s.GetAsync())).Failure.ShouldBeNull();
    }

    [Theory, Databases]
    public async Task Run_BookingsWithAMistake_AreRefusedWholeWithTheReasonBesideThem(TestDatabase database)
    {
        var connected = await hosts.NewAsync(database);
        await connected.AsAsync(s => s.ConnectAsync("folder"));
        var journal = $"R{Guid.CreateVersion7():N}"[^8..];
        connected.Return("faux.csv", $"{Header}{journal};1;2026-11-03;607;;a;1;1\n{journal};2;3 novembre;607;;a;1;1\n");
        await connected.RunAsync();
        await connected.Company.DatabaseAsync(async db => (await db.Bookings.AnyAsync(b => b.Journal == journal)).ShouldBeFalse());
        var reasons = Directory.GetFiles(Path.Combine(connected.Folder, "booked", "refused"), "*faux.csv.errors.txt").ShouldHaveSingleItem();
        (await File.ReadAllTextAsync(reasons, Cancelled)).ShouldContain("3 novembre");
        var connection = await connected.AsAsync(s => s.GetAsync());
        (connection.Failure, connection.FailureValue).ShouldBe((AccountingErrorCodes.ReturnRefused, "faux.csv"));
        Directory.Delete(Path.Combine(connected.Folder, "booked", "refused"), recursive: true);
    }

    [Theory, Databases]
    public async Task Run_PackageAway_SaysSoAndDeliversLater(TestDatabase database)
    {
        var connected = await hosts.NewAsync(database, "nova");
        var document = await connected.Company.AddAsync("a.pdf");
        await connected.Company.SendAsync(document);
        await connected.AsAsync(s => s.ConnectAsync("folder"));
        Directory.CreateDirectory(connected.Folder);
        await File.WriteAllTextAsync(Path.Combine(connected.Folder, "to-book"), "in the way", Cancelled);
        await connected.RunAsync();
        (await connected.AsAsync(s => s.GetAsync())).ShouldSatisfyAllConditions(c => c.Failure.ShouldBe(AccountingErrorCodes.ConnectorFailed), c => c.Waiting.ShouldBe(1));
        File.Delete(Path.Combine(connected.Folder, "to-book"));
        await connected.RunAsync();
        (await connected.AsAsync(s => s.GetAsync())).ShouldSatisfyAllConditions(c => c.Failure.ShouldBeNull(), c => c.Waiting.ShouldBe(0));
        connected.ToBook.ShouldContain(f => f.StartsWith($"{document:N}"));
    }

    [Theory, Databases]
    [Trait("Req", "TEN-09")]
    public async Task Erasure_OfACompany_TakesItsFolderAndNoOther(TestDatabase database)
    {
        var (connected, other) = (await hosts.NewAsync(database, "nova"), await hosts.NewAsync(database));
        var (left, kept) = (connected.Return("left.csv", Header), other.Return("kept.csv", Header));
        for (var i = 0; i < 2; i++)
            await connected.Company.Host.RunAsync(connected.Company.Tenant, null, s => s.GetServices<ICompanyEraser>().OfType<ExchangeFolderEraser>().Single().EraseAsync(Cancelled));
        (File.Exists(left), Directory.Exists(connected.Folder), File.Exists(kept)).ShouldBe((false, false, true));
        File.Delete(kept);
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07"), Trait("Req", "IDN-09")]
    public async Task Endpoints_UnknownConnectorOrForeignOrWithoutPermission_AreRefused(TestDatabase database)
    {
        var connected = await hosts.NewAsync(database);
        (await HandoffCompany.RefusedAsync(connected.AsAsync(async s => { await s.ConnectAsync("cegid"); return true; }))).ShouldBe(AccountingErrorCodes.Connector);
        foreach (var (name, read, change) in new[] { ("awa", HttpStatusCode.NotFound, HttpStatusCode.NotFound), ("camille", HttpStatusCode.OK, HttpStatusCode.Forbidden) })
        {
            using var client = connected.Company.Host.CreateClient(DemoPeople.Token(name));
            (await client.GetAsync(new Uri("/api/t/lefevre/accounting-connector", UriKind.Relative), Cancelled)).StatusCode.ShouldBe(read, name);
            (await client.PutAsync(new Uri("/api/t/lefevre/accounting-connector/folder", UriKind.Relative), null, Cancelled)).StatusCode.ShouldBe(change, name);
            (await client.DeleteAsync(new Uri("/api/t/lefevre/accounting-connector", UriKind.Relative), Cancelled)).StatusCode.ShouldBe(change, name);
        }
    }
}
