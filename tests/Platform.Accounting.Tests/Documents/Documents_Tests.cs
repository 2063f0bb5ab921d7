using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Accounting.Tests;

/// <summary>Documents of the inbox: found, sorted, tagged, thrown away and taken back.</summary>
[Trait("Req", "ACC-04")]
public sealed class Documents_Tests(InboxHosts hosts)
{
    [Theory, Databases]
    public async Task Upload_TheSameContent_TellsOfTheOriginalAndKeepsBothWhenAsked(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var content = Guid.CreateVersion7().ToByteArray();
        var original = (await company.UploadAsync(content, "a.pdf")).Document;
        var again = await company.BeginAsync(content.Length, "b.pdf");
        await company.SendAsync(again, content);
        (await company.CompleteAsync(again.Id)).ShouldSatisfyAllConditions(r => r.IsDuplicate.ShouldBeTrue(), r => r.Document.Id.ShouldBe(original.Id));
        (await company.ListAsync()).ShouldHaveSingleItem();
        var second = await company.CompleteAsync(again.Id, keepDuplicate: true);
        second.ShouldSatisfyAllConditions(r => r.IsDuplicate.ShouldBeFalse(), r => r.Document.Name.ShouldBe("b.pdf"), r => r.Document.Sha256.ShouldBe(original.Sha256));
        (await company.ListAsync()).Select(d => d.Name).ShouldBe(["b.pdf", "a.pdf"]);
        (await company.BlobsAsync("documents")).ShouldBe([$"documents/{original.Sha256[..2]}/{original.Sha256}"]);
        (await company.ReadAsync(second.Document.Id)).ShouldBe(content);
    }

    [Theory, Databases]
    public async Task Upload_WhatAnotherCompanyHas_IsNoDuplicate(TestDatabase database)
    {
        byte[] content = [1, 2, 3];
        await (await hosts.NewCompanyAsync(database)).UploadAsync(content);
        (await (await hosts.NewCompanyAsync(database)).UploadAsync(content)).IsDuplicate.ShouldBeFalse();
    }

    [Theory, Databases]
    public async Task Upload_WhatIsInTheTrash_TellsSo(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        byte[] content = [1, 2, 3];
        var original = (await company.UploadAsync(content)).Document;
        await company.DocumentsAsync(s => s.TrashAsync(new DocumentsInput([original.Id])));
        var result = await company.UploadAsync(content);
        result.IsDuplicate.ShouldBeTrue();
        result.Document.TrashedAt.ShouldNotBeNull();
    }

    [Theory, Databases]
    public async Task List_ByEachCondition_FindsWhatFits(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var invoice = await company.AddAsync("Facture été 2026.pdf", DocumentType.PurchaseInvoice);
        var contract = await company.AddAsync("Lease.pdf", DocumentType.Contract);
        await company.DocumentsAsync(s => s.AddTagAsync(new TagDocumentsInput([contract.Id], "Siège")));
        await FindsAsync(company, new GetDocumentsInput("2026 ETE"), invoice);
        await FindsAsync(company, new GetDocumentsInput("siege"), contract);
        await FindsAsync(company, new GetDocumentsInput(Tag: "SIEGE"), contract);
        await FindsAsync(company, new GetDocumentsInput(Tag: "sieg"));
        await FindsAsync(company, new GetDocumentsInput(Type: DocumentType.PurchaseInvoice), invoice);
        await FindsAsync(company, new GetDocumentsInput(State: DocumentState.Booked));
        await FindsAsync(company, new GetDocumentsInput(UploadedBy: company.Person.Id, Type: DocumentType.Contract), contract);
        await FindsAsync(company, new GetDocumentsInput(UploadedBy: Guid.CreateVersion7()));
        await FindsAsync(company, new GetDocumentsInput(Hash: invoice.Sha256[..12].ToUpperInvariant()), invoice);
        await FindsAsync(company, new GetDocumentsInput(From: new DateOnly(2026, 11, 23), Until: new DateOnly(2026, 11, 23)), contract, invoice);
        await FindsAsync(company, new GetDocumentsInput(From: new DateOnly(2026, 11, 24)));
        await FindsAsync(company, new GetDocumentsInput(Until: new DateOnly(2026, 11, 22)));
        await FindsAsync(company, new GetDocumentsInput("%"));
        (await company.DocumentsAsync(s => s.GetPeopleAsync())).ShouldHaveSingleItem().ShouldBe(new DocumentPersonDto(company.Person.Id!.Value, "Paula Preparer"));
    }

    [Theory, Databases]
    public async Task List_PageByPage_MeetsEachOnceNewestFirst(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        for (var i = 0; i < 5; i++)
            await company.AddAsync($"{i}.pdf");
        var found = new List<string>();
        string? cursor = null;
        do
        {
            var page = await company.DocumentsAsync(s => s.GetListAsync(new GetDocumentsInput(Cursor: cursor, PageSize: 2)));
            page.TotalCount.ShouldBe(5);
            found.AddRange(page.Items.Select(d => d.Name));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        found.ShouldBe(["4.pdf", "3.pdf", "2.pdf", "1.pdf", "0.pdf"]);
    }

    [Fact]
    public async Task List_WithNonsense_IsRefusedByName()
    {
        var company = await hosts.NewCompanyAsync(TestDatabase.Sqlite);
        (await Refusals.RefusedAsync(() => company.ListAsync(new GetDocumentsInput(Cursor: "x")))).ShouldBe(AccountingErrorCodes.CursorInvalid);
        (await Refusals.RefusedAsync(() => company.ListAsync(new GetDocumentsInput(Hash: "xyz")))).ShouldBe(AccountingErrorCodes.HashPrefix);
        (await Refusals.RefusedAsync(() => company.ListAsync(new GetDocumentsInput(PageSize: 201)))).ShouldBe(AccountingErrorCodes.PageSize);
        (await Refusals.RefusedAsync(() => company.DocumentsAsync(s => s.TrashAsync(new DocumentsInput([]))))).ShouldBe(AccountingErrorCodes.BulkSize);
    }

    [Theory, Databases]
    public async Task Update_NameTypeAndTags_AreKeptAndAudited(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var added = await company.AddAsync();
        var input = new UpdateDocumentInput(" ../Rent.pdf ", DocumentType.Contract, ["Rent", "RENT", " ", "2026"], added.ConcurrencyStamp);
        var updated = await company.DocumentsAsync(s => s.UpdateAsync(added.Id, input));
        updated.ShouldSatisfyAllConditions(d => d.Name.ShouldBe("Rent.pdf"), d => d.Type.ShouldBe(DocumentType.Contract), d => d.Tags.ShouldBe(["Rent", "2026"]));
        (await company.TrailAsync("Updated")).ShouldContain(e => e.EntityId == $"{added.Id}");
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => company.DocumentsAsync(s => s.UpdateAsync(added.Id, input)));
    }

    [Fact]
    public async Task Update_TooMuch_IsRefused()
    {
        var company = await hosts.NewCompanyAsync(TestDatabase.Sqlite);
        var added = await company.AddAsync();
        Task<string> RefusedAsync(string name, params string[] tags) =>
            Refusals.RefusedAsync(() => company.DocumentsAsync(s => s.UpdateAsync(added.Id, new UpdateDocumentInput(name, default, tags, added.ConcurrencyStamp))));
        (await RefusedAsync(" ")).ShouldBe(AccountingErrorCodes.Required);
        (await RefusedAsync(new string('a', 256))).ShouldBe(AccountingErrorCodes.NameTooLong);
        (await RefusedAsync("a\nb")).ShouldBe(AccountingErrorCodes.Characters);
        (await RefusedAsync("a", new string('t', 31))).ShouldBe(AccountingErrorCodes.TagTooLong);
        (await RefusedAsync("a", "x\ny")).ShouldBe(AccountingErrorCodes.Characters);
        (await RefusedAsync("a", [.. Enumerable.Range(0, 11).Select(i => $"{i}")])).ShouldBe(AccountingErrorCodes.TagsMany);
    }

    [Theory, Databases]
    public async Task Bulk_TypeTagAndTrash_TouchAllOrNone(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        Guid[] ids = [(await company.AddAsync("a")).Id, (await company.AddAsync("b")).Id];
        await company.DocumentsAsync(s => s.SetTypeAsync(new SetDocumentTypeInput(ids, DocumentType.Insurance)));
        await company.DocumentsAsync(s => s.AddTagAsync(new TagDocumentsInput(ids, "car")));
        (await company.ListAsync(new GetDocumentsInput(Tag: "car", Type: DocumentType.Insurance))).Count.ShouldBe(2);
        await Refusals.MissingAsync(() => company.DocumentsAsync(s => s.TrashAsync(new DocumentsInput([.. ids, Guid.CreateVersion7()]))));
        (await company.ListAsync()).Count.ShouldBe(2);
        await company.DocumentsAsync(s => s.TrashAsync(new DocumentsInput(ids)));
        (await company.ListAsync()).ShouldBeEmpty();
        (await company.ListAsync(new GetDocumentsInput(Trashed: true))).Count.ShouldBe(2);
        await company.DocumentsAsync(s => s.RestoreAsync(new DocumentsInput(ids)));
        (await company.ListAsync()).Count.ShouldBe(2);
    }

    [Theory, Databases]
    public async Task Trash_WhatWasHandedOver_IsRefusedForAll(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        Guid[] ids = [(await company.AddAsync("a")).Id, (await company.AddAsync("b")).Id];
        await company.RunAsync<AccountingDbContext>(async db => (await db.Documents.SingleAsync(d => d.Id == ids[1])).MarkSent());
        (await Refusals.RefusedAsync(() => company.DocumentsAsync(s => s.TrashAsync(new DocumentsInput(ids))))).ShouldBe(AccountingErrorCodes.DocumentKept);
        (await company.ListAsync()).Count.ShouldBe(2);
    }

    [Theory, Databases]
    public async Task Open_Always_IsAudited(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var added = await company.AddAsync();
        await company.ReadAsync(added.Id);
        (await company.TrailAsync("Accounting.Document.Downloaded")).ShouldHaveSingleItem().EntityId.ShouldBe($"{added.Id}");
    }

    [Theory, Databases]
    public async Task Next_AfterOne_IsTheOneBeforeItElseTheNewest(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var (first, second, third) = (await company.AddAsync("1"), await company.AddAsync("2"), await company.AddAsync("3"));
        (await company.DocumentsAsync(s => s.GetNextAsync(second.Id))).ShouldBe(first.Id);
        (await company.DocumentsAsync(s => s.GetNextAsync(first.Id))).ShouldBe(third.Id);
        await company.DocumentsAsync(s => s.TrashAsync(new DocumentsInput([first.Id, second.Id])));
        (await company.DocumentsAsync(s => s.GetNextAsync(third.Id))).ShouldBeNull();
    }

    [Theory, Databases]
    public async Task Documents_OfAnotherCompany_DoNotExist(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var added = await company.AddAsync();
        var foreign = await hosts.NewCompanyAsync(database);
        await foreign.UploadAsync([1]);
        (await foreign.ListAsync(new GetDocumentsInput(Hash: added.Sha256))).ShouldBeEmpty();
        await Refusals.MissingAsync(() => foreign.DocumentsAsync(s => s.GetAsync(added.Id)));
        await Refusals.MissingAsync(() => foreign.DocumentsAsync(s => s.OpenAsync(added.Id)));
        await Refusals.MissingAsync(() => foreign.DocumentsAsync(s => s.UpdateAsync(added.Id, new UpdateDocumentInput("a", default, [], added.ConcurrencyStamp))));
        await Refusals.MissingAsync(() => foreign.DocumentsAsync(s => s.SetTypeAsync(new SetDocumentTypeInput([added.Id], default))));
        await Refusals.MissingAsync(() => foreign.DocumentsAsync(s => s.AddTagAsync(new TagDocumentsInput([added.Id], "a"))));
        await Refusals.MissingAsync(() => foreign.DocumentsAsync(s => s.TrashAsync(new DocumentsInput([added.Id]))));
        await Refusals.MissingAsync(() => foreign.DocumentsAsync(s => s.RestoreAsync(new DocumentsInput([added.Id]))));
        (await foreign.DocumentsAsync(s => s.GetNextAsync(added.Id))).ShouldNotBe(added.Id);
    }

    [Fact]
    public async Task Documents_WithoutTheRight_AreDenied()
    {
        var company = await hosts.NewCompanyAsync(TestDatabase.Sqlite);
        var id = (await company.AddAsync()).Id;
        var (reader, nobody) = (InboxCompany.NewPerson("Rosa Reader"), InboxCompany.NewPerson("Nora Nobody"));
        InboxHosts.Limit(reader, AccountingPermissions.Documents.Default);
        InboxHosts.Limit(nobody);
        (await company.DocumentsAsync(s => s.GetAsync(id), reader)).Id.ShouldBe(id);
        foreach (var act in new Func<IDocumentAppService, Task>[] { s => s.GetListAsync(new()), s => s.GetAsync(id), s => s.GetNextAsync(id), s => s.GetPeopleAsync(), s => s.OpenAsync(id) })
            await Should.ThrowAsync<PermissionDeniedException>(() => company.DocumentsAsync(act, nobody));
        foreach (var act in new Func<IDocumentAppService, Task>[]
        {
            s => s.UpdateAsync(id, new UpdateDocumentInput("a", default, [], id)), s => s.SetTypeAsync(new SetDocumentTypeInput([id], default)),
            s => s.AddTagAsync(new TagDocumentsInput([id], "a")), s => s.TrashAsync(new DocumentsInput([id])), s => s.RestoreAsync(new DocumentsInput([id])),
        })
            await Should.ThrowAsync<PermissionDeniedException>(() => company.DocumentsAsync(act, reader));
    }

    private static async Task FindsAsync(InboxCompany company, GetDocumentsInput input, params DocumentDto[] expected) =>
        (await company.ListAsync(input)).Select(d => d.Id).ShouldBe(expected.Select(d => d.Id), $"{input}");
}
