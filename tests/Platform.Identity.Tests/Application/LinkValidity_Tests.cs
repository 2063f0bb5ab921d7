using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Tenancy;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-12")]
[Trait("Req", "IDN-08")]
public sealed class LinkValidity_Tests(LinkHosts hosts) : IClassFixture<LinkHosts>
{
    private const string Mail = IdentitySettings.MailLinkDays;

    // PostgreSQL keeps microseconds.
    private static readonly TimeSpan Rounded = TimeSpan.FromMilliseconds(1);

    [Theory, Databases]
    public async Task Setting_MadeStricter_ShortensLinksThatAreOutAndMoreLenientLengthensNone(TestDatabase database)
    {
        var sender = await LinkSender.StartAsync(hosts, database);
        await SetAsync(sender, Mail, "10");
        var (made, zip) = (await sender.MakeAsync(), await sender.MakeAsync(TestLinkKinds.Zip));
        sender.World.Clock.Advance(TimeSpan.FromDays(3));
        await SetAsync(sender, Mail, "2");
        await sender.OpenAsync(LinkSender.TokenOf(made)).ShouldBeRefusedAsync(IdentityErrorCodes.LinkExpired);
        await sender.World.AsAsync<ILinkService>(null, null, l => l.LookAsync(TestLinkKinds.Zip, LinkSender.TokenOf(zip)));
        var row = (await sender.ListAsync(new LinkListInput(State: LinkState.Expired))).ShouldHaveSingleItem();
        row.Id.ShouldBe(made.Id);
        row.ExpiresAt.ShouldBe(made.ExpiresAt.AddDays(-8), Rounded);
        (await sender.ListAsync(new LinkListInput(State: LinkState.Open))).ShouldHaveSingleItem().Id.ShouldBe(zip.Id);
        await SetAsync(sender, Mail, "60");
        (await sender.OpenAsync(LinkSender.TokenOf(made))).ExpiresAt.ShouldBe(made.ExpiresAt, Rounded, "as long as was settled, no longer");
        sender.World.Clock.Advance(TimeSpan.FromDays(7.1));
        await sender.OpenAsync(LinkSender.TokenOf(made)).ShouldBeRefusedAsync(IdentityErrorCodes.LinkExpired);
    }

    [Theory, Databases]
    public async Task Invitation_SettingMadeStricter_IsShortenedAndListedAsExpired(TestDatabase database)
    {
        var sender = await LinkSender.StartAsync(hosts, database);
        var role = await sender.World.RoleAsync(sender.Company, StandardRoles.Reader);
        var email = $"{Guid.CreateVersion7():N}@new.example";
        await sender.World.AsAsync<IUserAppService>(sender.Company, sender.Admin, u => u.InviteAsync(new InviteUserDto(email, "Nina", "en", [role])));
        sender.World.Clock.Advance(TimeSpan.FromDays(2));
        (await InvitationsAsync(sender)).ShouldHaveSingleItem().IsExpired.ShouldBeFalse();
        await SetAsync(sender, IdentitySettings.InvitationDays, "1");
        (await InvitationsAsync(sender)).ShouldHaveSingleItem().IsExpired.ShouldBeTrue();
        await sender.World.AsAsync<IInvitationAppService>(null, null, i => i.GetAsync(sender.World.Mail.TokenFor(email))).ShouldBeRefusedAsync(IdentityErrorCodes.LinkExpired);
    }

    [Theory, Databases]
    public async Task Make_LongerThanTheSettingAllows_IsRefused(TestDatabase database)
    {
        var sender = await LinkSender.StartAsync(hosts, database);
        (await TermsAsync(sender, TestLinkKinds.Zip)).ShouldBe(new LinkTerms(TimeSpan.FromDays(7), TimeSpan.FromDays(30)));
        await sender.MakeAsync(TestLinkKinds.Zip, lasts: TimeSpan.FromDays(30));
        await sender.MakeAsync(TestLinkKinds.Zip, lasts: TimeSpan.FromDays(31)).ShouldBeRefusedAsync(IdentityErrorCodes.LinkTooLong);
        await SetAsync(sender, IdentitySettings.DocumentLinkDays, "3");
        (await TermsAsync(sender, TestLinkKinds.Zip)).ShouldBe(new LinkTerms(TimeSpan.FromDays(3), TimeSpan.FromDays(3)));
        (await TermsAsync(sender, TestLinkKinds.Debt)).Most.ShouldBe(TimeSpan.FromDays(30), "each category has its own");
        await sender.MakeAsync(TestLinkKinds.Zip, lasts: TimeSpan.FromDays(4)).ShouldBeRefusedAsync(IdentityErrorCodes.LinkTooLong);
        await SetAsync(sender, IdentitySettings.DocumentLinkDays, "366").ShouldBeRefusedAsync(IdentityErrorCodes.SettingRange);
    }

    [Theory, Databases]
    public async Task Bound_OfTheOperator_HoldsForEveryCompany(TestDatabase database)
    {
        var sender = await LinkSender.StartAsync(hosts, database);
        await SetAsync(sender, Mail, "20");
        await BoundAsync("5");
        try
        {
            (await TermsAsync(sender, TestLinkKinds.Debt)).Most.ShouldBe(TimeSpan.FromDays(5));
            await SetAsync(sender, Mail, "6").ShouldBeRefusedAsync(IdentityErrorCodes.SettingTooWeak);
        }
        finally
        {
            await BoundAsync(null);
        }

        Task BoundAsync(string? days) => sender.World.Host.RunAsync(null, null, s => s.GetRequiredService<ISettingManager>().SetAsync(Mail, SettingLevel.Operator, Guid.Empty, days));
    }

    [Theory, Databases]
    [Trait("Req", "TEN-06")]
    public async Task Make_InAJobOfACompanyOfAGroup_FollowsTheGroup(TestDatabase database)
    {
        var sender = await LinkSender.StartAsync(hosts, database);
        var group = await sender.World.AsAsync<IGroupAppService, GroupDto>(null, sender.Admin, g => g.CreateAsync(new CreateGroupDto("Holding", sender.Company.Id)));
        await sender.World.AsAsync<ISecuritySettingsAppService>(sender.Company, sender.Admin, s => s.SetAsync(SettingPlace.Group(group.Id), new Dictionary<string, string?> { [Mail] = "4" }));
        var made = await sender.World.Host.RunAsync(null, null, async s =>
        {
            using var current = s.GetRequiredService<ICurrentTenant>().Change(sender.Company.Id);
            return await s.GetRequiredService<ILinkService>().MakeAsync(new NewLink(TestLinkKinds.Debt, Guid.CreateVersion7(), LinkSender.Recipient));
        });
        made.ExpiresAt.ShouldBe(sender.World.Clock.GetUtcNow().UtcDateTime.AddDays(4));
    }

    private static Task SetAsync(LinkSender sender, string name, string value) => sender.World.AsAsync<ISecuritySettingsAppService>(
        sender.Company, sender.Admin, s => s.SetAsync(SettingPlace.Entity, new Dictionary<string, string?> { [name] = value }));

    private static Task<LinkTerms> TermsAsync(LinkSender sender, string kind) => sender.World.AsAsync<ILinkService, LinkTerms>(sender.Company, sender.Admin, l => l.GetTermsAsync(kind));

    private static Task<IReadOnlyList<InvitationDto>> InvitationsAsync(LinkSender sender) =>
        sender.World.AsAsync<IUserAppService, IReadOnlyList<InvitationDto>>(sender.Company, sender.Admin, u => u.GetInvitationsAsync());
}
