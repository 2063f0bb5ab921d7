using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Sepa;
using Platform.Signing;

namespace Platform.Bench;

/// <summary>The steps of a remittance, each through the application services, committed as one request is.</summary>
internal sealed class JourneySteps(ProductHost host, string folder, int count)
{
    public const string Sign = "sign";
    public const string StatusReport = "import pain.002";
    public const string Notification = "import camt.054";

    public static readonly IReadOnlyList<string> ToApproval = ["create remittance", "submit", "approve"];
    public static readonly IReadOnlyList<string> All = [.. ToApproval, Sign, "hand over", "export orders", StatusReport, Notification];

    /// <summary>What the list and the page of the remittance ask for: a host that did this has seen the module's tables.</summary>
    private async Task<RemittanceDto?> ShowAsync()
    {
        var listed = await RunAsync<IRemittanceAppService, PagedResult<RemittanceListDto>>(s => s.GetListAsync(new GetRemittancesInput()), ProductHost.Approver);
        return listed.Items.Count == 0 ? null : await RunAsync<IRemittanceAppService, RemittanceDto>(s => s.GetAsync(listed.Items[0].Id), ProductHost.Approver);
    }

    /// <summary>Makes what the bank would have made.</summary>
    public async Task PrepareAsync(string step)
    {
        var shown = await ShowAsync();
        if (step is StatusReport or Notification)
            JourneyAnswers.Write(step, shown!.File!.MessageId, count, JourneyAnswers.FileOf(step, folder));
    }

    public async Task RunAsync(string step) => await (step switch
    {
        "create remittance" => CreateAsync(),
        "submit" => SubmitAsync(await LastAsync()),
        "approve" => ApproveAsync(await LastAsync()),
        Sign => SignAsync(await LastAsync()),
        "hand over" => HandOverAsync(await LastAsync()),
        "export orders" => ExportAsync(await LastAsync()),
        StatusReport or Notification => AnswerAsync(JourneyAnswers.FileOf(step, folder)),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    });

    private async Task<RemittanceDto> LastAsync() => (await ShowAsync())!;

    private async Task CreateAsync()
    {
        var account = (await RunAsync<ICreditorAccountAppService, IReadOnlyList<CreditorAccountDto>>(s => s.GetListAsync()))[0];
        var input = new CreateRemittanceDto(Guid.CreateVersion7(), account.Id, "Bench", PaymentScheme.Core, new OrderSelectionDto());
        var draft = await RunAsync<IRemittanceAppService, RemittanceDto>(s => s.CreateAsync(input));
        Require(draft.Count == count && draft.ErrorCount == 0, $"The remittance holds {draft.Count} orders with {draft.ErrorCount} errors.");
    }

    private async Task SubmitAsync(RemittanceDto draft)
    {
        if (draft.WarningCount > 0)
            draft = await RunAsync<IRemittanceAppService, RemittanceDto>(s => s.AcknowledgeWarningsAsync(draft.Id, new RemittanceActInput(draft.ConcurrencyStamp)));
        await RunAsync<IRemittanceAppService, RemittanceDto>(s => s.SubmitAsync(draft.Id, new RemittanceActInput(draft.ConcurrencyStamp)));
    }

    private async Task ApproveAsync(RemittanceDto submitted)
    {
        var approved = await RunAsync<IRemittanceAppService, RemittanceDto>(
            s => s.ApproveAsync(submitted.Id, new ApproveRemittanceDto(submitted.ContentHash!)), ProductHost.Approver);
        Require(approved.File is not null, "The approval made no file.");
    }

    private async Task SignAsync(RemittanceDto approved)
    {
        var own = await RunAsync<ISigningCertificateAppService, SigningCertificateDto>(s => s.IssueDemonstrationAsync(), ProductHost.Approver);
        await RunAsync<IRemittanceSigningAppService, RemittanceSignatureDto>(
            s => s.SignAsync(approved.Id, new SignRemittanceDto(own.Id, approved.File!.Sha256)), ProductHost.Approver);
    }

    private Task HandOverAsync(RemittanceDto signed) => RunAsync<IRemittanceHandOverAppService, RemittanceHandOverDto>(
        s => s.HandOverAsync(signed.Id, new HandOverRemittanceDto(Guid.CreateVersion7(), HandOverChannels.Download, signed.File!.Sha256)));

    private Task ExportAsync(RemittanceDto issued) => RunAsync<IRemittanceExportAppService, string>(
        s => s.WriteOrdersAsync(issued.Id, OrderFileFormat.Csv, Stream.Null));

    private async Task AnswerAsync(string file)
    {
        await using var content = File.OpenRead(file);
        var answer = await RunAsync<IBankAnswerAppService, BankAnswerDto>(s => s.ImportAsync(new ImportBankAnswerInput(Path.GetFileName(file), content)));
        Require(answer.Unmatched == 0 && answer.Matched >= count, $"{file}: {answer.Matched} items of {count} orders were found, {answer.Unmatched} were not.");
    }

    private Task<T> RunAsync<TService, T>(Func<TService, Task<T>> work, CurrentUserInfo? user = null) where TService : notnull =>
        host.RunAsync(user ?? ProductHost.Preparer, s => work(s.GetRequiredService<TService>()));

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
