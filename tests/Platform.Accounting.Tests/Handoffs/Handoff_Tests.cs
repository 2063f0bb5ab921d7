using Platform.Identity;
using Platform.Kernel;

namespace Platform.Accounting.Tests;

/// <summary>Documents go to the accountant once, in one of the handoffs.</summary>
[Collection("Handoffs"), Trait("Req", "ACC-05")]
public sealed class Handoff_Tests(HandoffHosts hosts)
{
    [Theory, Databases]
    public async Task Create_EverythingNew_TakesItOnceAndTellsTheAccountant(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        var (first, second) = (await company.AddAsync("a.pdf"), await company.AddAsync("b.pdf", DocumentType.BankStatement, [.. Guid.CreateVersion7().ToByteArray(), .. new byte[1484]]));
        var preview = await company.AsAsync(s => s.PreviewAsync(new HandoffChoice()));
        preview.Types.Select(t => (t.Type, t.Count, t.Size)).ShouldBe([(DocumentType.PurchaseInvoice, 1, 16L), (DocumentType.BankStatement, 1, 1500L)]);
        (preview.Recipient!.Email, preview.DefaultDays, preview.MostDays).ShouldBe((company.Email, 30, 30));
        var made = await company.SendAsync();
        made.Types.ShouldBe(preview.Types);
        (made.Head.State, made.Head.Count, made.Head.Size, made.Links.Count).ShouldBe((HandoffState.Open, 2, 1516L, 1));
        made.Head.ExpiresAt!.Value.ShouldBe(company.Clock.GetUtcNow().UtcDateTime.AddDays(30), TimeSpan.FromSeconds(2));
        (await company.StatesAsync(first, second)).ShouldAllBe(s => s == DocumentState.Sent);
        company.Mails.ShouldHaveSingleItem();
        (await HandoffCompany.RefusedAsync(company.SendAsync())).ShouldBe(AccountingErrorCodes.HandoffEmpty);
        (await company.AsAsync(s => s.GetListAsync(new GetHandoffsInput()))).Items[0].ShouldBe(made.Head);
    }

    [Theory, Databases]
    public async Task Create_Chosen_LeavesTheOthersNew(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        var (chosen, other) = (await company.AddAsync("chosen.pdf"), await company.AddAsync("other.pdf"));
        var first = await company.SendAsync(chosen);
        (await company.AsAsync(s => s.GetItemsAsync(first.Head.Id))).Items.Select(i => i.DocumentId).ShouldBe([chosen, null, null]);
        (await company.StatesAsync(other)).ShouldBe([DocumentState.New]);
        (await HandoffCompany.RefusedAsync(company.SendAsync(chosen, other))).ShouldBe(AccountingErrorCodes.HandoffDocumentSent);
        (await HandoffCompany.RefusedAsync(company.SendAsync(Guid.CreateVersion7()))).ShouldBe(AccountingErrorCodes.HandoffDocumentUnknown);
        (await company.StatesAsync(other)).ShouldBe([DocumentState.New], "what was refused took nothing");
        var late = await company.AsAsync(s => s.CreateAsync(HandoffCompany.Wish() with { BaseId = first.Head.Id }));
        (late.Head.Number, late.Head.BaseNumber).ShouldBe((first.Head.Number + 1, first.Head.Number));
        company.Mails[^1].Subject.ShouldContain($"Compléments de {company.Tenant.Name} à la transmission {first.Head.Number}");
    }

    [Theory, Databases]
    public async Task Create_OfAPeriod_TakesItsDays(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        await company.AddAsync("today.pdf");
        var today = DateOnly.FromDateTime(company.Clock.GetUtcNow().UtcDateTime);
        (await company.AsAsync(s => s.PreviewAsync(new HandoffChoice(From: today.AddDays(1))))).Types.ShouldBeEmpty();
        (await company.AsAsync(s => s.PreviewAsync(new HandoffChoice(To: today.AddDays(-1))))).Types.ShouldBeEmpty();
        (await company.AsAsync(s => s.PreviewAsync(new HandoffChoice(From: today, To: today)))).Types.ShouldHaveSingleItem();
        (await HandoffCompany.RefusedAsync(company.AsAsync(s => s.PreviewAsync(new HandoffChoice(From: today, To: today.AddDays(-1)))))).ShouldBe(AccountingErrorCodes.HandoffPeriod);
    }

    [Theory, Databases]
    public async Task Create_TwiceAtTheSameMoment_SendsEachDocumentOnce(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        for (var i = 0; i < 5; i++)
            await company.AddAsync($"{i}.pdf");
        var attempts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TryAsync(company, HandoffCompany.Wish())));
        attempts.OfType<HandoffDto>().ShouldHaveSingleItem().Head.Count.ShouldBe(5);
        company.Mails.ShouldHaveSingleItem();
    }

    [Theory, Databases]
    public async Task Create_WithTheSameKey_IsOneHandoff(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        await company.AddAsync("a.pdf");
        var wish = HandoffCompany.Wish();
        var made = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => company.AsAsync(s => s.CreateAsync(wish))));
        await company.AddAsync("b.pdf");
        var again = await company.AsAsync(s => s.CreateAsync(wish));
        made.Append(again).Select(m => m.Head.Id).Distinct().ShouldHaveSingleItem();
        company.Mails.ShouldHaveSingleItem();
    }

    [Theory, Databases]
    public async Task Create_WithWhatIsNotAllowed_IsRefused(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        var document = await company.AddAsync("a.pdf");
        (await CodeAsync(w => w with { LinkDays = 31 })).ShouldBe(AccountingErrorCodes.HandoffDays);
        (await CodeAsync(w => w with { LinkDays = 0 })).ShouldBe(AccountingErrorCodes.HandoffDays);
        (await CodeAsync(w => w with { Message = new string('x', 1001) })).ShouldBe(AccountingErrorCodes.HandoffMessage);
        (await CodeAsync(w => w with { Message = "a\u0007" })).ShouldBe(AccountingErrorCodes.HandoffMessage);
        (await CodeAsync(w => w with { BaseId = Guid.CreateVersion7() })).ShouldBe("Platform:NotFound");
        (await CodeAsync(w => w with { Choice = new HandoffChoice([.. Enumerable.Range(0, 1001).Select(_ => Guid.CreateVersion7())]) })).ShouldBe(AccountingErrorCodes.HandoffTooManyChosen);
        await company.BeginAsync(null);
        await company.AddAsync("b.pdf");
        (await CodeAsync(w => w)).ShouldBe(AccountingErrorCodes.HandoffWithoutAccountant);
        (await company.StatesAsync(document)).ShouldBe([DocumentState.Sent], "by the test itself");

        Task<string> CodeAsync(Func<CreateHandoffDto, CreateHandoffDto> change) => HandoffCompany.RefusedAsync(company.AsAsync(s => s.CreateAsync(change(HandoffCompany.Wish()))));
    }

    [Theory, Databases]
    public async Task Mail_InTheLanguageOfTheAccountant_SaysWhatThereIs(TestDatabase database)
    {
        var french = await hosts.NewAsync(database, "fr");
        await french.AddAsync("a.pdf");
        await french.AddAsync("b.pdf", DocumentType.Insurance, [.. Guid.CreateVersion7().ToByteArray(), .. new byte[1_234_567]]);
        await french.AsAsync(s => s.CreateAsync(HandoffCompany.Wish() with { Message = "Bonjour !\r\nCamille", LinkDays = 3 }));
        var mail = french.Mails.ShouldHaveSingleItem();
        mail.Subject.ShouldStartWith("Documents de Boulangerie Lefèvre SARL (transmission ");
        mail.Text.ShouldSatisfyAllConditions(
            t => t.ShouldContain("- Factures d'achat : 1\n- Assurances : 1\nTotal : 2 (1,2 Mo)"), t => t.ShouldContain("Boulangerie Lefèvre SARL écrit :\nBonjour !\nCamille"),
            t => t.ShouldContain("gratuitement"), t => t.ShouldNotMatch(@"\b[A-Z]\w+:[A-Z]\w+\b"));
        var english = await hosts.NewAsync(database, "en");
        await english.AddAsync("a.pdf");
        await english.SendAsync();
        english.Mails.ShouldHaveSingleItem().Text.ShouldSatisfyAllConditions(t => t.ShouldContain("- Purchase invoices: 1\n"), t => t.ShouldContain("free of charge"), t => t.ShouldContain("(16 bytes)"));
    }

    [Theory, Databases]
    [Trait("Req", "ACC-06")]
    public async Task Resend_AnotherLink_LeavesTheFirstOpen(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        await company.AddAsync("a.pdf");
        var id = (await company.SendAsync()).Head.Id;
        (await company.AsAsync(s => s.ResendAsync(id, 2))).Links.Select(l => l.State).ShouldBe([HandoffState.Open, HandoffState.Open]);
        foreach (var link in company.Links)
            (await company.AsStrangerAsync(s => s.LookAsync(link[HandoffCompany.LinkPath.Length..]))).Company.ShouldBe(company.Tenant.Name);
        (await company.AsAsync(s => s.RevokeAsync(id))).Head.State.ShouldBe(HandoffState.Revoked);
        foreach (var link in company.Links)
            (await HandoffCompany.RefusedAsync(company.AsStrangerAsync(s => s.LookAsync(link[HandoffCompany.LinkPath.Length..])))).ShouldBe(IdentityErrorCodes.LinkRevoked);
        (await company.AsAsync(s => s.ResendAsync(id))).Head.State.ShouldBe(HandoffState.Open);
    }

    [Theory, Databases]
    public async Task Create_ForAnAccountantOnThePlatform_MailsNothing(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        await company.BeginAsync(null);
        await company.DatabaseAsync(db => Task.FromResult(db.Accountants.Add(new Accountant { Name = "Fiducia", FirmId = Guid.CreateVersion7(), Since = DateTime.UnixEpoch })));
        await company.AddAsync("a.pdf");
        var made = await company.SendAsync();
        (made.Head.State, made.Links.Count).ShouldBe((HandoffState.OnPlatform, 0));
        (await HandoffCompany.RefusedAsync(company.AsAsync(s => s.ResendAsync(made.Head.Id)))).ShouldBe(AccountingErrorCodes.HandoffWithoutAddress);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task Everything_WithoutItsPermission_IsRefused(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        await company.AddAsync("a.pdf");
        var id = (await company.SendAsync()).Head.Id;
        var (reader, stranger) = (await company.Host.PersonAsync("victor"), await company.Host.PersonAsync("sofia"));
        (await company.AsAsync(s => s.GetAsync(id), reader)).Head.Id.ShouldBe(id);
        await DeniedAsync(s => s.PreviewAsync(new HandoffChoice()), reader);
        await DeniedAsync(s => s.CreateAsync(HandoffCompany.Wish()), reader);
        await DeniedAsync(s => s.ResendAsync(id), reader);
        await DeniedAsync(s => s.RevokeAsync(id), reader);
        await DeniedAsync(s => s.GetListAsync(new GetHandoffsInput()), stranger);
        await DeniedAsync(s => s.GetAsync(id), stranger);
        await DeniedAsync(s => s.GetItemsAsync(id), stranger);
        await DeniedAsync(s => s.DownloadAsync(id, new HandoffZipRequest()), stranger);

        async Task DeniedAsync<T>(Func<IHandoffAppService, Task<T>> act, CurrentUserInfo person) =>
            await Should.ThrowAsync<PermissionDeniedException>(() => company.AsAsync(act, person));
    }

    [Theory, Databases]
    public async Task GetList_PageByPage_ShowsEachOnce(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        for (var i = 0; i < 3; i++)
        {
            await company.AddAsync($"{i}.pdf");
            await company.SendAsync();
        }

        var (numbers, cursor) = (new List<int>(), (string?)null);
        do
        {
            var page = await company.AsAsync(s => s.GetListAsync(new GetHandoffsInput(cursor, 2)));
            (numbers, cursor) = ([.. numbers, .. page.Items.Select(i => i.Number)], page.NextCursor);
        }
        while (cursor is not null);
        numbers.ShouldBe(Enumerable.Range(1, numbers.Count).Reverse());
        (await HandoffCompany.RefusedAsync(company.AsAsync(s => s.GetListAsync(new GetHandoffsInput("x"))))).ShouldBe(AccountingErrorCodes.CursorInvalid);
    }

    private static async Task<HandoffDto?> TryAsync(HandoffCompany company, CreateHandoffDto wish)
    {
        try
        {
            return await company.AsAsync(s => s.CreateAsync(wish));
        }
        catch (BusinessException e) when (e.Code == AccountingErrorCodes.HandoffEmpty)
        {
            return null;
        }
    }
}

[CollectionDefinition("Handoffs")]
public sealed class HandoffCollection : ICollectionFixture<HandoffHosts>;
