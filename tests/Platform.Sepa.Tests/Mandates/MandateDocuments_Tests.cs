using System.Collections.Frozen;
using System.Security.Cryptography;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>Signed papers: only what they claim to be, whole, and kept once the mandate was used.</summary>
[Trait("Req", "SEP-02")]
public sealed class MandateDocuments_Tests(SepaHosts hosts)
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. new byte[5_000]];

    public static readonly TheoryData<byte[], string, string> Kinds = new()
    {
        { Pdf, "application/pdf", "signed.pdf" },
        { [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 1], "image/png", "signed.png" },
        { [0xFF, 0xD8, 0xFF, 0xE0, 1], "image/jpeg", "signed.jpg" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Add_WhateverItIsCalled_IsWhatItsBytesSay(byte[] content, string mediaType, string name)
    {
        var company = await AmendedCompany.NewAsync(hosts, TestDatabase.Sqlite, used: false);
        var added = await AddAsync(company, content, @"C:\scans\signed.exe");
        added.ShouldSatisfyAllConditions(
            d => d.MediaType.ShouldBe(mediaType), d => d.FileName.ShouldBe(name), d => d.Size.ShouldBe(content.Length),
            d => d.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content))), d => d.AddedByName.ShouldBe("Paula Preparer"));
    }

    [Theory]
    [InlineData("<html>%PDF-")]
    [InlineData("MZ")]
    [InlineData("")]
    public async Task Add_AnythingElse_IsRefused(string content)
    {
        var company = await AmendedCompany.NewAsync(hosts, TestDatabase.Sqlite, used: false);
        (await IssuedCompany.RefusedAsync(() => AddAsync(company, System.Text.Encoding.ASCII.GetBytes(content)))).ShouldBe(SepaErrorCodes.MandateDocumentType);
    }

    [Theory, Databases]
    public async Task Add_TooLargeOrTooMany_IsRefusedAndKeepsNothing(TestDatabase database)
    {
        var company = await AmendedCompany.NewAsync(hosts, database, used: false);
        byte[] large = [.. "%PDF-"u8, .. new byte[MandateDocumentLimits.MaxBytes - 4]];
        (await IssuedCompany.RefusedAsync(() => AddAsync(company, large))).ShouldBe(SepaErrorCodes.MandateDocumentTooLarge);
        (await ListAsync(company)).ShouldBeEmpty();
        (await AddAsync(company, large[..^1])).Size.ShouldBe(MandateDocumentLimits.MaxBytes);
        for (var i = 1; i < MandateDocumentLimits.MaxCount; i++)
            await AddAsync(company, Pdf);
        (await IssuedCompany.RefusedAsync(() => AddAsync(company, Pdf))).ShouldBe(SepaErrorCodes.MandateDocumentsMany);
    }

    [Theory, Databases]
    public async Task Open_AKeptPaper_GivesItsBytes(TestDatabase database)
    {
        var company = await AmendedCompany.NewAsync(hosts, database, used: false);
        var added = await AddAsync(company, Pdf);
        (await ReadAsync(company, added.Id)).ShouldBe(Pdf);
        (await ListAsync(company)).ShouldHaveSingleItem().ShouldBe(added);
        (await company.TimelineAsync()).ShouldContain(MandateEventKind.DocumentAdded);
    }

    [Theory, Databases]
    public async Task Remove_BeforeAndAfterTheFirstFile_WorksBeforeOnly(TestDatabase database)
    {
        var company = await AmendedCompany.NewAsync(hosts, database, used: false);
        var (wrong, right) = (await AddAsync(company, Pdf), await AddAsync(company, Pdf));
        await RemoveAsync(company, wrong.Id);
        (await company.TimelineAsync()).ShouldContain(MandateEventKind.DocumentRemoved);
        await company.IssueAsync();
        (await IssuedCompany.RefusedAsync(() => RemoveAsync(company, right.Id))).ShouldBe(SepaErrorCodes.MandateDocumentKept);
        (await ListAsync(company)).ShouldHaveSingleItem().Id.ShouldBe(right.Id);
    }

    [Theory, Databases]
    public async Task Documents_OfUnseenMandates_AreNeitherListedNorOpened(TestDatabase database)
    {
        var company = await AmendedCompany.NewAsync(hosts, database, used: false);
        var added = await AddAsync(company, Pdf);
        var (mandate, collector) = ((await company.MandateAsync()).Id, SepaCompany.Person("Carla Collector"));
        SepaHosts.Limit(collector, new GrantBundle(
            new[] { SepaPermissions.Mandates.Default, SepaPermissions.Mandates.Edit }.ToFrozenSet(), FrozenDictionary<string, ScopeLimit>.Empty, Customers: CustomerView.Managed));
        var foreign = await hosts.NewCompanyAsync(database);
        foreach (var (where, who) in new (SepaCompany, CurrentUserInfo?)[] { (company.Company, collector), (foreign, null) })
        {
            await Missing(() => where.RunAsync<IMandateDocumentAppService, IReadOnlyList<MandateDocumentDto>>(s => s.GetListAsync(mandate), who));
            await Missing(() => where.RunAsync<IMandateDocumentAppService, MandateDocumentDownload>(s => s.OpenAsync(mandate, added.Id), who));
            await Missing(() => where.RunAsync<IMandateDocumentAppService, MandateDocumentDto>(s => s.AddAsync(mandate, new AddMandateDocumentInput("x", new MemoryStream(Pdf))), who));
            await Missing(() => where.RunAsync<IMandateDocumentAppService>(s => s.RemoveAsync(mandate, added.Id), who));
        }

        var other = await company.Company.AddMandateAsync("OTHER-1");
        await Missing(() => company.Company.RunAsync<IMandateDocumentAppService, MandateDocumentDownload>(s => s.OpenAsync(other.Id, added.Id)));
    }

    private static async Task<MandateDocumentDto> AddAsync(AmendedCompany company, byte[] content, string name = "signed.pdf")
    {
        var mandate = (await company.MandateAsync()).Id;
        return await company.Company.RunAsync<IMandateDocumentAppService, MandateDocumentDto>(s => s.AddAsync(mandate, new AddMandateDocumentInput(name, new MemoryStream(content))));
    }

    private static async Task<IReadOnlyList<MandateDocumentDto>> ListAsync(AmendedCompany company)
    {
        var mandate = (await company.MandateAsync()).Id;
        return await company.Company.RunAsync<IMandateDocumentAppService, IReadOnlyList<MandateDocumentDto>>(s => s.GetListAsync(mandate));
    }

    private static async Task<byte[]> ReadAsync(AmendedCompany company, Guid document)
    {
        var mandate = (await company.MandateAsync()).Id;
        return await company.Company.RunAsync<IMandateDocumentAppService, byte[]>(async s =>
        {
            await using var content = (await s.OpenAsync(mandate, document)).Content;
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy, TestContext.Current.CancellationToken);
            return copy.ToArray();
        });
    }

    private static async Task RemoveAsync(AmendedCompany company, Guid document)
    {
        var mandate = (await company.MandateAsync()).Id;
        await company.Company.RunAsync<IMandateDocumentAppService>(s => s.RemoveAsync(mandate, document));
    }

    private static Task Missing(Func<Task> act) => Should.ThrowAsync<EntityNotFoundException>(act);
}
