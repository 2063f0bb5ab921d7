using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Remittances.Default)]
internal sealed class RemittancePageModel(IRemittanceAppService remittances, IPermissionChecker permissions, IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public FindingSeverity? Only { get; set; }

    [BindProperty(SupportsGet = true)]
    public SequenceType? Sequence { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Date { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    [BindProperty]
    public Guid Stamp { get; set; }

    [BindProperty]
    public string? ContentHash { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public RemittanceDto Remittance { get; private set; } = null!;

    public PagedResult<RemittanceLineDto> Lines { get; private set; } = new([], null);

    public bool CanPrepare { get; private set; }

    public bool CanApprove { get; private set; }

    public bool CanDownload { get; private set; }

    public bool IsDraft => Remittance.Status == RemittanceStatus.Draft;

    public bool IsSubmitted => Remittance.Status == RemittanceStatus.Submitted;

    public bool MayWithdraw { get; private set; }

    public string UrlOf(FindingSeverity? only, SequenceType? sequence = null, DateOnly? date = null, string? cursor = null) => this.Link(
        $"remittances/{Id}", ("only", only), ("sequence", sequence), ("date", date), ("q", Q), ("cursor", cursor));

    public string PostUrl(string handler, Guid? line = null) => this.Link($"remittances/{Id}", ("handler", handler), ("line", line));

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        return IsHtmx("remittance-lines") ? Partial("_RemittanceLines", this) : Page();
    }

    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellationToken)
    {
        var download = await remittances.DownloadAsync(Id, cancellationToken);
        return File(download.Content, "application/xml", download.File.FileName);
    }

    public Task<IActionResult> OnPostCheckAsync(CancellationToken cancellationToken) =>
        RunAsync(() => remittances.CheckAsync(Id, Act, cancellationToken), "Remittance:Checked");

    public Task<IActionResult> OnPostRemoveAsync(Guid line, CancellationToken cancellationToken) =>
        RunAsync(() => remittances.RemoveLineAsync(Id, line, Act, cancellationToken), "Remittance:Removed");

    public Task<IActionResult> OnPostRemoveErrorsAsync(CancellationToken cancellationToken) =>
        RunAsync(() => remittances.RemoveLinesWithErrorsAsync(Id, Act, cancellationToken), "Remittance:RemovedErrors");

    public Task<IActionResult> OnPostAcknowledgeAsync(CancellationToken cancellationToken) =>
        RunAsync(() => remittances.AcknowledgeWarningsAsync(Id, Act, cancellationToken), "Remittance:Acknowledged");

    public Task<IActionResult> OnPostSubmitAsync(CancellationToken cancellationToken) =>
        RunAsync(() => remittances.SubmitAsync(Id, Act, cancellationToken), "Remittance:Submitted");

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) =>
        RunAsync(() => remittances.WithdrawAsync(Id, Act, cancellationToken), "Remittance:Withdrawn");

    public Task<IActionResult> OnPostCancelAsync(CancellationToken cancellationToken) =>
        RunAsync(() => remittances.CancelAsync(Id, Act, cancellationToken), "Remittance:Cancelled");

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancellationToken) =>
        RunAsync(() => remittances.ApproveAsync(Id, new ApproveRemittanceDto(ContentHash ?? ""), cancellationToken), "Remittance:Approved");

    public Task<IActionResult> OnPostRejectAsync(CancellationToken cancellationToken) =>
        RunAsync(() => remittances.RejectAsync(Id, new RejectRemittanceDto(Reason ?? ""), cancellationToken), "Remittance:Rejected");

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        Remittance = await remittances.GetAsync(Id, aborted);
        Lines = await remittances.GetLinesAsync(Id, new GetRemittanceLinesInput(Only, Sequence, Date, Q, Cursor), aborted);
        CanPrepare = await permissions.IsGrantedAsync(SepaPermissions.Remittances.Create, aborted);
        CanApprove = await permissions.IsGrantedAsync(SepaPermissions.Remittances.Approve, aborted);
        CanDownload = await permissions.IsGrantedAsync(SepaPermissions.Remittances.Download, aborted);
        MayWithdraw = CanPrepare && IsSubmitted;
    }

    private RemittanceActInput Act => new(Stamp);

    private Task<IActionResult> RunAsync(Func<Task<RemittanceDto>> act, string notice) => TryAsync(async () =>
    {
        var remittance = await act();
        Notify(texts[notice, remittance.Number]);
        return this.Go($"remittances/{Id}");
    });
}
