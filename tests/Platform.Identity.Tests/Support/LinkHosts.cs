using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>Hosts that know kinds of links as other modules declare them.</summary>
public sealed class LinkHosts : IdentityHosts
{
    private protected override void Configure(IServiceCollection services) => services.AddSingleton<ILinkKindProvider, TestLinkKinds>();
}

internal sealed class TestLinkKinds : ILinkKindProvider
{
    public const string Debt = "Test.Debt";
    public const string Zip = "Test.Zip";
    public const string Own = "Test.Own";

    public IEnumerable<LinkKindDefinition> GetKinds() =>
    [
        new(Debt, "/test/debts", IdentitySettings.MailLinkDays),
        new(Zip, "/test/zips", IdentitySettings.DocumentLinkDays, Lasts: TimeSpan.FromDays(7), MostUses: 1),
        new(Own, "/test/own", Lasts: TimeSpan.FromDays(7), OfPerson: true),
    ];
}

/// <summary>A company whose administrator sends links.</summary>
internal sealed record LinkSender(World World, TenantInfo Company, Person Admin)
{
    public const string Recipient = "nina.neuve@debtor.example";

    public static async Task<LinkSender> StartAsync(LinkHosts hosts, TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        return new LinkSender(world, company, await world.PersonAsync(company, StandardRoles.Administrator));
    }

    public async Task<MadeLink> MakeAsync(string kind = TestLinkKinds.Debt, Guid? subject = null, Person? by = null, TimeSpan? lasts = null, string recipient = Recipient) =>
        await World.AsAsync<ILinkService, MadeLink>(Company, by ?? Admin, l => l.MakeAsync(new NewLink(kind, subject ?? Guid.CreateVersion7(), recipient, Lasts: lasts)));

    public async Task<string> TokenAsync(string kind = TestLinkKinds.Debt, Guid? subject = null) => TokenOf(await MakeAsync(kind, subject));

    /// <summary>Opens it as a stranger at this address.</summary>
    public Task<OpenedLink> OpenAsync(string? token, string kind = TestLinkKinds.Debt, string? address = null) => World.Host.RunAsync(
        null, new CurrentUserInfo(ClientAddress: address), s => s.GetRequiredService<ILinkService>().OpenAsync(kind, token));

    public Task<IReadOnlyList<LinkDto>> ListAsync(LinkListInput? input = null, TenantInfo? company = null, Person? person = null) =>
        World.AsAsync<ILinkAppService, IReadOnlyList<LinkDto>>(company ?? Company, person ?? Admin, async l => (await l.GetListAsync(input ?? new LinkListInput())).Items);

    public Task RevokeAsync(Guid id) => World.AsAsync<ILinkAppService>(Company, Admin, l => l.RevokeAsync(id));

    public static string TokenOf(MadeLink link) => link.Address[(link.Address.LastIndexOf('/') + 1)..];

    /// <summary>Another letter in the middle.</summary>
    public static string Altered(string token, int at = 100) => token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..];
}
