using Microsoft.EntityFrameworkCore;
using Platform.Audit;
using Platform.Kernel;
using Platform.Signing;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-10")]
public sealed class HandOver_Tests(SepaHosts hosts)
{
    [Theory, Databases]
    public async Task HandOver_OfAnApprovedFile_IsDoneOnceAndOnRecord(TestDatabase database)
    {
        var (company, approved) = await ApprovedAsync(database);
        approved.Stage.ShouldBe(RemittanceStage.Approved);
        var wish = Wish(approved);
        var done = await HandOverAsync(company, approved, wish);
        (done.State, done.Channel, done.Sha256, done.Signatures, done.UserId).ShouldBe((HandOverState.Done, HandOverChannels.Download, approved.File!.Sha256, 0, company.Preparer.Id!.Value));
        (await HandOverAsync(company, approved, wish)).ShouldBe(done, "the same wish again is no second one");
        await ShouldBeRefusedAsync(HandOverAsync(company, approved, wish, company.Approver), SepaErrorCodes.HandedOverAlready);
        await ShouldBeRefusedAsync(HandOverAsync(company, approved, Wish(approved)), SepaErrorCodes.HandedOverAlready);
        (await company.RemittancesAsync(s => s.GetAsync(approved.Id))).Stage.ShouldBe(RemittanceStage.HandedOver);
        (await ListAsync(company)).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task HandOver_OfWhatIsNotReady_IsRefused(TestDatabase database)
    {
        var (company, submitted) = await SubmittedAsync(database);
        await ShouldBeRefusedAsync(HandOverAsync(company, submitted, new HandOverRemittanceDto(Guid.CreateVersion7(), HandOverChannels.Download, "")), SepaErrorCodes.RemittanceNotApproved);
        var approved = await company.ApproveAsync(submitted);
        await ShouldBeRefusedAsync(HandOverAsync(company, approved, Wish(approved) with { Sha256 = new string('0', 64) }), SepaErrorCodes.RemittanceChanged);
        (await Should.ThrowAsync<InputException>(() => HandOverAsync(company, approved, Wish(approved) with { Channel = "Pigeon" }))).Errors.Single().Code.ShouldBe(SepaErrorCodes.HandOverChannel);
        (await Should.ThrowAsync<InputException>(() => HandOverAsync(company, approved, Wish(approved) with { Id = Guid.Empty }))).Errors.Single().Code.ShouldBe(SepaErrorCodes.Required);
        SepaHosts.Limit(company.Second, GrantBundle.Unlimited([SepaPermissions.Remittances.Default, SepaPermissions.Remittances.Download]));
        await Should.ThrowAsync<PermissionDeniedException>(() => HandOverAsync(company, approved, Wish(approved), company.Second));
        (await ListAsync(company)).ShouldHaveSingleItem().Id.ShouldBe(approved.Id);
    }

    [Theory, Databases]
    public async Task HandOver_WhereTheBankHasAnswered_IsRefused(TestDatabase database)
    {
        var (company, approved) = await ApprovedAsync(database);
        var answer = AnswerTexts.Report(approved.File!.MessageId, "RJCT", "", $"{Guid.CreateVersion7():N}");
        await company.RunAsync<IBankAnswerAppService, BankAnswerDto>(s => s.ImportAsync(new ImportBankAnswerInput("answer.xml", new MemoryStream(System.Text.Encoding.UTF8.GetBytes(answer)))));
        await ShouldBeRefusedAsync(HandOverAsync(company, approved, Wish(approved)), SepaErrorCodes.BankHasAnswered);
        (await ListAsync(company)).ShouldBeEmpty();
        (await company.RemittancesAsync(s => s.GetAsync(approved.Id))).Stage.ShouldBe(RemittanceStage.Rejected);
    }

    [Theory, Databases]
    [Trait("Req", "SEP-09")]
    public async Task HandOver_WithTooFewSignatures_WaitsForThemAndTheyTravelWithTheFile(TestDatabase database)
    {
        var (company, approved) = await ApprovedAsync(database);
        await company.RunAsync<ISettingManager>(s => s.SetAsync(SepaSettings.RequiredSignatures, SettingLevel.Entity, company.Tenant.Id, "1"));
        await ShouldBeRefusedAsync(HandOverAsync(company, approved, Wish(approved)), SepaErrorCodes.RemittanceNotSigned);
        await SignAsync(company, approved, company.Approver);
        (await company.RemittancesAsync(s => s.GetAsync(approved.Id))).Stage.ShouldBe(RemittanceStage.Signed);
        (await HandOverAsync(company, approved, Wish(approved))).Signatures.ShouldBe(1);
        await ShouldBeRefusedAsync(SignAsync(company, approved, company.Second), SepaErrorCodes.SignedTooLate);
        var package = await company.RunAsync<IRemittanceHandOverAppService, RemittancePackage>(s => s.OpenPackageAsync(approved.Id));
        await using var content = package.Download.Content;
        var signature = package.Signatures.ShouldHaveSingleItem();
        signature.FileName.ShouldBe($"{approved.Number}.xml.p7s");
        (await company.RunAsync<ISignatureVerifier, SignatureReport>(v => v.VerifyAsync(content, signature.Content))).IsIntact.ShouldBeTrue();
    }

    [Theory, Databases]
    public async Task HandOver_ManyAtOnce_IsThereOnce(TestDatabase database)
    {
        var (company, approved) = await ApprovedAsync(database);
        var wish = Wish(approved);
        // A double click sends one wish twice; two validators have a wish each.
        var tries = await Task.WhenAll(new[] { wish, wish, Wish(approved), Wish(approved) }.Select(w => TryAsync(() => HandOverAsync(company, approved, w))));
        tries.Count(t => t).ShouldBeInRange(1, 2);
        var trail = await company.RunAsync<IAuditAppService, PagedResult<AuditEntryDto>>(
            s => s.GetListAsync(new AuditFilterDto { EntityId = $"{approved.Id}", Action = "Sepa.Remittance.HandedOver" }));
        trail.Items.Count.ShouldBe(1);
    }

    private async Task<(SepaCompany Company, RemittanceDto Submitted)> SubmittedAsync(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var account = await company.AddAccountAsync();
        await company.AddCollectionAsync((await company.AddMandateAsync("M-1")).Id, 12.30m);
        return (company, await company.SubmitAsync(await company.CreateRemittanceAsync(account.Id)));
    }

    private async Task<(SepaCompany Company, RemittanceDto Approved)> ApprovedAsync(TestDatabase database)
    {
        var (company, submitted) = await SubmittedAsync(database);
        return (company, await company.ApproveAsync(submitted));
    }

    private static HandOverRemittanceDto Wish(RemittanceDto remittance) => new(Guid.CreateVersion7(), HandOverChannels.Download, remittance.File!.Sha256);

    private static Task<RemittanceHandOverDto> HandOverAsync(SepaCompany company, RemittanceDto remittance, HandOverRemittanceDto wish, CurrentUserInfo? person = null) =>
        company.RunAsync<IRemittanceHandOverAppService, RemittanceHandOverDto>(s => s.HandOverAsync(remittance.Id, wish), person);

    private static async Task<IReadOnlyList<RemittanceListDto>> ListAsync(SepaCompany company) =>
        (await company.RemittancesAsync(s => s.GetListAsync(new GetRemittancesInput(ToHandOver: true)))).Items;

    private static async Task SignAsync(SepaCompany company, RemittanceDto remittance, CurrentUserInfo person)
    {
        var certificate = await company.RunAsync<ISigningCertificateAppService, SigningCertificateDto>(c => c.IssueDemonstrationAsync(), person);
        await company.RunAsync<IRemittanceSigningAppService, RemittanceSignatureDto>(s => s.SignAsync(remittance.Id, new SignRemittanceDto(certificate.Id, remittance.File!.Sha256)), person);
    }

    private static async Task ShouldBeRefusedAsync(Task act, string code) => (await Should.ThrowAsync<BusinessException>(() => act)).Code.ShouldBe(code);

    private static async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception e) when (e is BusinessException or DbUpdateException)
        {
            return false;
        }
    }
}
