using System.Security.Cryptography;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>From mandates to the bank file, through the application services.</summary>
[Trait("Req", "SEP-03")]
[Trait("Req", "SEP-08")]
public sealed class Remittance_Journey_Tests(SepaHosts hosts)
{
    [Theory, Databases]
    public async Task Remittance_PreparedAndApproved_GivesAFrozenFile(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var account = await company.AddAccountAsync();
        var first = await company.AddMandateAsync("M-1");
        var second = await company.AddMandateAsync("M-2", m => m with { Type = MandateType.OneOff });
        await company.AddCollectionAsync(first.Id, 10.01m);
        await company.AddCollectionAsync(second.Id, 20.02m);
        var draft = await company.CreateRemittanceAsync(account.Id);
        draft.ShouldSatisfyAllConditions(
            r => r.Number.ShouldBe("SDD-2026-00001"), r => r.Count.ShouldBe(2), r => r.Total.ShouldBe(30.03m), r => r.ErrorCount.ShouldBe(0),
            r => r.Blocks.Select(b => (b.SequenceType, b.Count, b.Total)).ShouldBe([(SequenceType.Ooff, 1, 20.02m), (SequenceType.Rcur, 1, 10.01m)]),
            r => r.Blocks[0].ExecutionDate.ShouldBe(new DateOnly(2026, 11, 24)));
        var approved = await company.ApproveAsync(await company.SubmitAsync(draft));
        approved.Status.ShouldBe(RemittanceStatus.Approved);
        await AssertFileAsync(company, approved);
    }

    [Theory, Databases]
    public async Task Remittance_CreatedTwiceWithOneId_IsOne(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var account = await company.AddAccountAsync();
        await company.AddCollectionAsync((await company.AddMandateAsync("M-1")).Id, 10m);
        var input = new CreateRemittanceDto(Guid.CreateVersion7(), account.Id, null, PaymentScheme.Core, new OrderSelectionDto());
        var once = await company.RemittancesAsync(s => s.CreateAsync(input));
        var again = await company.RemittancesAsync(s => s.CreateAsync(input));
        again.Number.ShouldBe(once.Number);
        (await company.RemittancesAsync(s => s.GetListAsync(new GetRemittancesInput()))).TotalCount.ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Approve_ByWhoeverPrepared_IsRefused(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var account = await company.AddAccountAsync();
        await company.AddCollectionAsync((await company.AddMandateAsync("M-1")).Id, 10m);
        var submitted = await company.SubmitAsync(await company.CreateRemittanceAsync(account.Id));
        submitted.CanApprove.ShouldBeFalse();
        (await Should.ThrowAsync<BusinessException>(() => company.ApproveAsync(submitted, company.Preparer))).Code.ShouldBe(SepaErrorCodes.FourEyes);
        (await company.RemittancesAsync(s => s.GetAsync(submitted.Id), company.Approver)).CanApprove.ShouldBeTrue();
    }

    private static async Task AssertFileAsync(SepaCompany company, RemittanceDto approved)
    {
        var bytes = await company.RemittancesAsync(async s =>
        {
            var download = await s.DownloadAsync(approved.Id);
            await using var content = download.Content;
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy);
            return copy.ToArray();
        }, company.Approver);
        var file = approved.File.ShouldNotBeNull();
        Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(file.Sha256);
        bytes.LongLength.ShouldBe(file.Size);
        System.Text.Encoding.UTF8.GetString(bytes).ShouldSatisfyAllConditions(
            x => x.ShouldContain("pain.008.001.08"), x => x.ShouldContain("<NbOfTxs>2</NbOfTxs><CtrlSum>30.03</CtrlSum>"), x => x.ShouldContain("Boulangerie Lefevre"));
    }
}
