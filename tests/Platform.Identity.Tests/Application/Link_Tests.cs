using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Tenancy;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-12")]
public sealed class Link_Tests(LinkHosts hosts) : IClassFixture<LinkHosts>
{
    [Theory, Databases]
    public async Task Open_ALinkThatWasSent_GivesItsSubjectAndIsOnRecord(TestDatabase database)
    {
        var (sender, subject) = (await LinkSender.StartAsync(hosts, database), Guid.CreateVersion7());
        var made = await sender.MakeAsync(subject: subject);
        made.Address.ShouldContain("/test/debts/");
        var opened = await sender.OpenAsync(LinkSender.TokenOf(made));
        (opened.Id, opened.SubjectId, opened.Company!.Id).ShouldBe((made.Id, subject, sender.Company.Id));
        await sender.OpenAsync(LinkSender.TokenOf(made));
        Acts(sender, "Made", made.Id).ShouldHaveSingleItem().Changes.ShouldContain(new AuditChange("Recipient", null, "n•••@debtor.example"));
        Acts(sender, "Opened", made.Id).Select(r => r.TenantId).ShouldBe([sender.Company.Id, sender.Company.Id]);
        var row = (await sender.ListAsync()).ShouldHaveSingleItem();
        (row.Uses, row.MostUses, row.State, row.MadeBy).ShouldBe((2, null, LinkState.Open, sender.Admin.Name));
        row.LastUsedAt.ShouldNotBeNull();
    }

    [Theory, Databases]
    public async Task Token_Always_IsSealedAndItsHashAloneIsKept(TestDatabase database)
    {
        var sender = await LinkSender.StartAsync(hosts, database);
        var (first, second) = (await sender.TokenAsync(), await sender.TokenAsync());
        (first.Length, second.Length).ShouldBe((LinkTokens.Length, LinkTokens.Length));
        var tokens = sender.World.Host.Services.GetRequiredService<LinkTokens>();
        tokens.TryRead(TestLinkKinds.Debt, first, out var company, out var key).ShouldBeTrue();
        company.ShouldBe(sender.Company.Id);
        key.Length.ShouldBe(43, "256 random bits");
        var kept = await sender.World.Host.RunAsync(sender.Company, null, s => s.GetRequiredService<IdentityDbContext>().Links.Select(l => l.TokenHash).ToListAsync(TestContext.Current.CancellationToken));
        kept.ShouldContain(Secrets.Hash(key));
        kept.ShouldNotContain(h => h.Contains(key) || h.Contains(first));
    }

    [Theory, Databases]
    public async Task Open_AlteredCutOffOrOfAnotherKind_IsUnknown(TestDatabase database)
    {
        var sender = await LinkSender.StartAsync(hosts, database);
        var token = await sender.TokenAsync();
        foreach (var wrong in new[] { LinkSender.Altered(token, 0), LinkSender.Altered(token, 40), LinkSender.Altered(token), LinkSender.Altered(token, 200), token[..^1], $"{token}A", "", null })
            await sender.OpenAsync(wrong).ShouldBeRefusedAsync(IdentityErrorCodes.LinkUnknown);
        await sender.OpenAsync(token, TestLinkKinds.Zip).ShouldBeRefusedAsync(IdentityErrorCodes.LinkUnknown);
        await sender.OpenAsync(token, IdentityLinkKinds.Invitation).ShouldBeRefusedAsync(IdentityErrorCodes.LinkUnknown);
        await sender.OpenAsync(token);
    }

    [Theory, Databases]
    public async Task Open_AfterItsTime_IsExpired(TestDatabase database)
    {
        var sender = await LinkSender.StartAsync(hosts, database);
        var (debt, zip) = (await sender.MakeAsync(), await sender.MakeAsync(TestLinkKinds.Zip));
        (debt.ExpiresAt - zip.ExpiresAt).ShouldBe(TimeSpan.FromDays(23), "30 by the setting, 7 by the kind");
        sender.World.Clock.Advance(TimeSpan.FromDays(7));
        await sender.OpenAsync(LinkSender.TokenOf(zip), TestLinkKinds.Zip).ShouldBeRefusedAsync(IdentityErrorCodes.LinkExpired);
        sender.World.Clock.Advance(TimeSpan.FromDays(22.9));
        await sender.OpenAsync(LinkSender.TokenOf(debt));
        sender.World.Clock.Advance(TimeSpan.FromDays(0.2));
        await sender.OpenAsync(LinkSender.TokenOf(debt)).ShouldBeRefusedAsync(IdentityErrorCodes.LinkExpired);
        (await sender.ListAsync(new LinkListInput(State: LinkState.Expired))).Count.ShouldBe(2);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-16")]
    public async Task Open_Revoked_IsRefusedAndToldOnce(TestDatabase database)
    {
        var (sender, subject) = (await LinkSender.StartAsync(hosts, database), Guid.CreateVersion7());
        var (one, other) = (await sender.MakeAsync(subject: subject), await sender.MakeAsync());
        (await sender.World.AsAsync<ILinkService, int>(sender.Company, sender.Admin, l => l.RevokeAllAsync(TestLinkKinds.Debt, subject))).ShouldBe(1);
        for (var i = 0; i < 3; i++)
            await sender.OpenAsync(LinkSender.TokenOf(one), address: "192.0.2.44").ShouldBeRefusedAsync(IdentityErrorCodes.LinkRevoked);
        await sender.OpenAsync(LinkSender.TokenOf(other));
        Acts(sender, "Revoked", one.Id).ShouldHaveSingleItem().User.Id.ShouldBe(sender.Admin.Id);
        Acts(sender, "Refused", one.Id).ShouldHaveSingleItem("one an hour");
        var alerts = await sender.World.AsAsync<ISecurityAlertAppService, IReadOnlyList<SecurityAlertDto>>(sender.Company, sender.Admin, a => a.GetListAsync());
        var alert = alerts.ShouldHaveSingleItem();
        (alert.Kind, alert.Count, alert.Address).ShouldBe(("LinkRefused", 3, "192.0.2.44"));
        sender.World.Mail.To(sender.Admin.Email).ShouldHaveSingleItem().Text.ShouldContain("192.0.2.44");
    }

    [Theory, Databases]
    public async Task Open_InParallelWithOneUseLeft_OpensOnce(TestDatabase database)
    {
        var sender = await LinkSender.StartAsync(hosts, database);
        var made = await sender.MakeAsync(TestLinkKinds.Zip);
        var token = LinkSender.TokenOf(made);
        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            try
            {
                await sender.OpenAsync(token, TestLinkKinds.Zip);
                return "opened";
            }
            catch (DeadLinkException e)
            {
                return e.Code;
            }
        })));
        tries.Count(t => t == "opened").ShouldBe(1);
        tries.Count(t => t == IdentityErrorCodes.LinkUsedUp).ShouldBe(7);
        Acts(sender, "Opened", made.Id).Count.ShouldBe(1);
        (await sender.ListAsync(new LinkListInput(State: LinkState.UsedUp))).ShouldHaveSingleItem().Uses.ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Open_WhatCameOfItUndone_CountsNoUse(TestDatabase database)
    {
        var sender = await LinkSender.StartAsync(hosts, database);
        var token = await sender.TokenAsync(TestLinkKinds.Zip);
        await Should.ThrowAsync<FormatException>(() => sender.World.Host.RunAsync(null, null, async s =>
        {
            await s.GetRequiredService<ILinkService>().OpenAsync(TestLinkKinds.Zip, token);
            throw new FormatException();
        }));
        await sender.World.AsAsync<ILinkService>(null, null, l => l.LookAsync(TestLinkKinds.Zip, token));
        await sender.OpenAsync(token, TestLinkKinds.Zip);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-02")]
    public async Task Open_ForgedAgainAndAgain_BlocksTheAddressInTheSameWords(TestDatabase database)
    {
        var sender = await LinkSender.StartAsync(hosts, database);
        var (token, guesser, person) = (await sender.TokenAsync(), sender.World.NewAddress(), await sender.World.PersonAsync());
        var before = sender.World.Audit.Of("Identity.Link.Forged").Count;
        for (var i = 0; i < 20; i++)
            await sender.OpenAsync(token[..^1], address: guesser).ShouldBeRefusedAsync(IdentityErrorCodes.LinkUnknown);
        await sender.OpenAsync(token, address: guesser);
        for (var i = 0; i < 12; i++)
            await sender.OpenAsync(LinkSender.Altered(token, 50 + i), address: guesser).ShouldBeRefusedAsync(IdentityErrorCodes.LinkUnknown);
        await sender.OpenAsync(token, address: guesser).ShouldBeRefusedAsync(IdentityErrorCodes.LinkUnknown);
        (await sender.World.SignInAsync(person.Email, Person.Password, guesser)).ShouldBeNull("the same block as of wrong passwords");
        await sender.OpenAsync(token, address: sender.World.NewAddress());
        (sender.World.Audit.Of("Identity.Link.Forged").Count - before).ShouldBe(10, "entries stop where the block begins");
        sender.World.Clock.Advance(TimeSpan.FromDays(1.1));
        await sender.OpenAsync(token, address: guesser);
    }

    [Theory, Databases]
    public async Task Delete_LongAfterTheirEnd_TakesLinksOfEveryCompany(TestDatabase database)
    {
        var (sender, other) = (await LinkSender.StartAsync(hosts, database), await LinkSender.StartAsync(hosts, database));
        var (one, two) = (await sender.MakeAsync(TestLinkKinds.Zip), await other.MakeAsync());
        sender.World.Clock.Advance(TimeSpan.FromDays(96));
        await sender.World.RunWorkerAsync<ExpiredSignInDataWorker>();
        await sender.OpenAsync(LinkSender.TokenOf(one), TestLinkKinds.Zip).ShouldBeRefusedAsync(IdentityErrorCodes.LinkExpired);
        sender.World.Clock.Advance(TimeSpan.FromDays(2));
        await sender.World.RunWorkerAsync<ExpiredSignInDataWorker>();
        await sender.OpenAsync(LinkSender.TokenOf(one), TestLinkKinds.Zip).ShouldBeRefusedAsync(IdentityErrorCodes.LinkUnknown);
        await other.OpenAsync(LinkSender.TokenOf(two)).ShouldBeRefusedAsync(IdentityErrorCodes.LinkExpired);
        sender.World.Clock.Advance(TimeSpan.FromDays(30));
        await sender.World.RunWorkerAsync<ExpiredSignInDataWorker>();
        await other.OpenAsync(LinkSender.TokenOf(two)).ShouldBeRefusedAsync(IdentityErrorCodes.LinkUnknown);
    }

    [Theory, Databases]
    public async Task Links_OfAPerson_AreOfNoCompanyAndGoWithTheAccount(TestDatabase database)
    {
        var sender = await LinkSender.StartAsync(hosts, database);
        var person = await sender.World.PersonAsync(sender.Company, StandardRoles.Reader);
        var token = LinkSender.TokenOf(await sender.MakeAsync(TestLinkKinds.Own, person.Id));
        var opened = await sender.OpenAsync(token, TestLinkKinds.Own);
        (opened.Company, opened.UserId).ShouldBe((null, person.Id));
        (await sender.ListAsync()).ShouldBeEmpty();
        await sender.World.Host.RunAsync(null, null, s => s.GetRequiredService<IdentityDbContext>().Users.Where(u => u.Id == person.Id).ExecuteDeleteAsync(TestContext.Current.CancellationToken));
        await sender.OpenAsync(token, TestLinkKinds.Own).ShouldBeRefusedAsync(IdentityErrorCodes.LinkUnknown);
    }

    private static IReadOnlyList<AuditRecord> Acts(LinkSender sender, string act, Guid link) => sender.World.Audit.Of(link, $"Identity.Link.{act}");
}
