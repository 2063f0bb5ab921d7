using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Accounting;
using Platform.Kernel;
using Platform.Tenancy;
using Platform.TestBase;
using static Platform.Identity.Tests.AdmissionPages;

namespace Platform.Identity.Tests;

/// <summary>A firm's people in a client's company: from where both of them allow.</summary>
[Collection(nameof(Proxied))]
[Trait("Req", "IDN-05")]
[Trait("Req", "TEN-05")]
public sealed class FirmAddress_Tests(ProxiedHosts hosts)
{
    [Theory, Databases]
    public async Task Client_FirmRestricted_OpensFromTheFirmsAddressesOnly(TestDatabase database)
    {
        var (world, client, firm, worker) = await EngagedAsync(database);
        await world.RestrictAsync(firm);
        using var browser = await world.SignedInAsync(worker, Places.Office);
        await browser.ReadAsync(Company(client));
        browser.MoveTo(Places.Home);
        using var stopped = await browser.GetAsync(Company(client));
        stopped.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        stopped.Headers.Location!.ToString().ShouldBe($"{Door(firm)}?returnUrl={Uri.EscapeDataString(Company(client))}");
        var number = await world.GivePhoneAsync(worker);
        await SendAsync(browser, firm);
        (await EnterAsync(browser, firm, world.Sms.CodeFor(number))).ShouldBe(HttpStatusCode.Redirect);
        await browser.ReadAsync(Company(client));
    }

    [Theory, Databases]
    public async Task Client_RestrictedItself_StopsTheFirmsPeople(TestDatabase database)
    {
        var (world, client, firm, worker) = await EngagedAsync(database);
        await world.RestrictAsync(client);
        using var browser = await world.SignedInAsync(worker, Places.Home);
        using var stopped = await browser.GetAsync(Company(client));
        stopped.Headers.Location!.ToString().ShouldStartWith(Door(client));
        await browser.ReadAsync($"/t/{firm.Slug}");
    }

    [Theory, Databases]
    public async Task Queue_OfAClientThatIsRestricted_ActsFromTheClientsAddressesOnly(TestDatabase database)
    {
        var (world, client, firm, worker) = await EngagedAsync(database);
        var document = await HandOverAsync(world, client);
        await world.RestrictAsync(client);
        await AcceptAsync(Places.Home).ShouldBeRefusedAsync(IdentityErrorCodes.AddressUnknown);
        await AcceptAsync(Places.Office);

        Task AcceptAsync(string address) => world.Host.RunAsync(
            firm, worker.Info with { ClientAddress = address }, s => s.GetRequiredService<IQueueAppService>().AcceptAsync([document]));
    }

    private static async Task<Guid> HandOverAsync(World world, TenantInfo client)
    {
        var owner = await world.PersonAsync(client, StandardRoles.Administrator);
        var content = new byte[] { 1, 2, 3 };
        var upload = await world.AsAsync<IDocumentUploadAppService, DocumentUploadDto>(
            client, owner, s => s.StartAsync(new StartUploadInput("invoice.pdf", content.Length, DocumentType.PurchaseInvoice)));
        await world.AsAsync<IDocumentUploadAppService, DocumentUploadDto>(client, owner, s => s.WriteAsync(upload.Id, 0, new MemoryStream(content)));
        var document = (await world.AsAsync<IDocumentUploadAppService, UploadResultDto>(client, owner, s => s.CompleteAsync(upload.Id, new CompleteUploadInput()))).Document.Id;
        await world.AsAsync<IHandoffAppService, HandoffDto>(client, owner, s => s.CreateAsync(new CreateHandoffDto(Guid.CreateVersion7(), new HandoffChoice([document]))));
        return document;
    }

    private static string Company(TenantInfo company) => $"/t/{company.Slug}/settings/company";

    private async Task<(World World, TenantInfo Client, TenantInfo Firm, Person Worker)> EngagedAsync(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (client, firm) = (await world.CompanyAsync(), await world.CompanyAsync(TenantTypes.Accountant));
        var (owner, head) = (await world.PersonAsync(client, StandardRoles.Administrator), await world.PersonAsync(firm, StandardRoles.Administrator));
        var asked = await world.AsAsync<IEngagementAppService, EngagementDto>(client, owner, s => s.RequestAsync(new RequestEngagementDto("accounting", firm.Id, null)));
        await world.AsAsync<IClientAppService>(firm, head, s => s.AcceptAsync(asked.Id));
        return (world, client, firm, await world.PersonAsync(firm, StandardRoles.Bookkeeper));
    }
}
