using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Audit;
using Platform.Kernel;
using Platform.Signing;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Remittances.Default)]
internal sealed class RemittancePageModel(
    IRemittanceAppService remittances, IRemittanceSigningAppService signing, ISigningCertificateAppService certificates, IRemittanceHandOverAppService handOvers, IBankAnswerAppService answers,
    IPayeeVerificationAppService payees,
    IPermissionChecker permissions, ICurrentUser user, TimeProvider clock, IStringLocalizer<SepaResource> texts)
    : PlatformPageModel
{
    public const string LinesId = "remittance-lines";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public RemittanceLineFilter Filter { get; set; } = new();

    [BindProperty]
    public Guid Stamp { get; set; }

    [BindProperty]
    public string? ContentHash { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public Guid CertificateId { get; set; }

    [BindProperty]
    public string? Sha256 { get; set; }

    /// <summary>Key of the wish to hand over: sending the form again is no second wish.</summary>
    [BindProperty]
    public Guid Wish { get; set; }

    [BindProperty]
    public string? Channel { get; set; }

    /// <summary>Of a draft of transfers.</summary>
    public PayeeVerificationDto? Payees { get; private set; }

    public RemittanceHandOverDto? HandOver { get; private set; }

    public IReadOnlyList<string> Channels => handOvers.Channels;

    public int RequiredSignatures { get; private set; }

    /// <summary>The service decides again.</summary>
    public bool CanHandOver => Rights.HandOver && HandOver is null && Remittance.File is not null && Outcome.Outcome == RemittanceOutcome.None;

    public IEnumerable<RemittanceStep> Steps => Remittance.Timeline(Signatures, HandOver);

    public IReadOnlyList<RemittanceSignatureDto> Signatures { get; private set; } = [];

    /// <summary>The person's own that sign now.</summary>
    public IReadOnlyList<SigningCertificateDto> Certificates { get; private set; } = [];

    /// <summary>The service decides again: whoever prepared it, or reaches less, is refused there.</summary>
    public bool CanSign { get; private set; }

    public RemittanceDto Remittance { get; private set; } = null!;

    public PagedResult<RemittanceLineDto> Lines { get; private set; } = new([], null);

    public RemittanceOutcomeDto Outcome { get; private set; } = new(RemittanceOutcome.None, new Dictionary<BankState, int>());

    public RemittanceRights Rights { get; private set; } = new();

    public bool IsLate => Remittance.ApproveBefore < clock.GetUtcNow().UtcDateTime;

    public string UrlOf(FindingSeverity? severity) => UrlOf(Filter with { Severity = severity, Cursor = null });

    public string UrlOf(RemittanceBlockDto block) => UrlOf(new RemittanceLineFilter { Sequence = block.SequenceType, Date = block.ExecutionDate });

    public string? FirstUrl => string.IsNullOrEmpty(Filter.Cursor) ? null : UrlOf(Filter with { Cursor = null });

    public string? NextUrl => Lines.NextCursor is { } next ? UrlOf(Filter with { Cursor = next }) : null;

    public string AllUrl => UrlOf(new RemittanceLineFilter());

    public string RemoveUrl(RemittanceLineDto line) => this.Link($"remittances/{Id}", [.. Filter.ToQuery(), ("handler", "Remove"), ("line", line.Id)]);

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        return IsHtmx(LinesId) ? Partial("_RemittanceLines", this) : Page();
    }

    public Task<IActionResult> OnPostCheckAsync(CancellationToken cancellationToken) =>
        RunAsync(() => remittances.CheckAsync(Id, Act, cancellationToken), "Remittances:Checked");

    public Task<IActionResult> OnPostVerifyAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var verified = await payees.VerifyAsync(Id, Stamp, cancellationToken);
        Notify(texts["Payees:Verified", verified.Matches, verified.CloseMatches + verified.NoMatches, verified.NotPossible + verified.Open]);
        return this.Go($"remittances/{Id}");
    });

    public Task<IActionResult> OnPostRemoveAsync(Guid line, CancellationToken cancellationToken) =>
        RunAsync(() => remittances.RemoveLineAsync(Id, line, Act, cancellationToken), "Remittances:Removed", UrlOf(Filter));

    public Task<IActionResult> OnPostRemoveErrorsAsync(CancellationToken cancellationToken) =>
        RunAsync(() => remittances.RemoveLinesWithErrorsAsync(Id, Act, cancellationToken), "Remittances:ErrorsRemoved");

    public Task<IActionResult> OnPostAcknowledgeAsync(CancellationToken cancellationToken) =>
        RunAsync(() => remittances.AcknowledgeWarningsAsync(Id, Act, cancellationToken), "Remittances:Acknowledged");

    public Task<IActionResult> OnPostSubmitAsync(CancellationToken cancellationToken) =>
        RunAsync(() => remittances.SubmitAsync(Id, Act, cancellationToken), "Remittances:Submitted");

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) =>
        RunAsync(() => remittances.WithdrawAsync(Id, Act, cancellationToken), "Remittances:Withdrawn");

    public Task<IActionResult> OnPostCancelAsync(CancellationToken cancellationToken) =>
        RunAsync(() => remittances.CancelAsync(Id, Act, cancellationToken), "Remittances:Cancelled");

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancellationToken) =>
        RunAsync(() => remittances.ApproveAsync(Id, new ApproveRemittanceDto(ContentHash ?? ""), cancellationToken), null);

    public Task<IActionResult> OnPostRejectAsync(CancellationToken cancellationToken) =>
        RunAsync(() => remittances.RejectAsync(Id, new RejectRemittanceDto(Reason ?? ""), cancellationToken), "Remittances:Rejected");

    public Task<IActionResult> OnPostSignAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await signing.SignAsync(Id, new SignRemittanceDto(CertificateId, Sha256 ?? ""), cancellationToken);
        Notify(texts["Signatures:Signed"]);
        return LocalRedirect(AllUrl);
    });

    public Task<IActionResult> OnPostHandOverAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var handOver = await handOvers.HandOverAsync(Id, new HandOverRemittanceDto(Wish, Channel ?? "", Sha256 ?? ""), cancellationToken);
        Notify(texts[handOver.State == HandOverState.Done ? "HandOver:Done" : "HandOver:Begun"]);
        return LocalRedirect(AllUrl);
    });

    public string SignatureUrl(RemittanceSignatureDto signature) => this.Link($"remittances/{Id}/signatures/{signature.Id}");

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        Remittance = await remittances.GetAsync(Id, aborted);
        if (Remittance.File is not null)
            await LoadSignaturesAsync(aborted);
        if (Remittance.Scheme.IsTransfer() && Remittance.Status == RemittanceStatus.Draft)
            Payees = await payees.GetAsync(Id, aborted);
        Lines = await remittances.GetLinesAsync(Id, Filter.ToInput(), aborted);
        Outcome = await answers.GetOutcomeAsync(Id, aborted);
        (HandOver, RequiredSignatures) = (await handOvers.FindAsync(Id, aborted), await handOvers.GetRequiredSignaturesAsync(aborted));
        Rights = new RemittanceRights(
            Remittance, user.Id,
            Prepare: await permissions.IsGrantedAsync(SepaPermissions.Remittances.Create, aborted),
            Approve: await permissions.IsGrantedAsync(SepaPermissions.Remittances.Approve, aborted),
            Download: await permissions.IsGrantedAsync(SepaPermissions.Remittances.Download, aborted),
            HandOver: await permissions.IsGrantedAsync(SepaPermissions.Remittances.HandOver, aborted),
            Trail: await permissions.IsGrantedAsync(AuditPermissions.Trail, aborted));
    }

    private async Task LoadSignaturesAsync(CancellationToken cancellationToken)
    {
        Signatures = await signing.GetListAsync(Id, cancellationToken);
        CanSign = await permissions.IsGrantedAsync(SepaPermissions.Remittances.Sign, cancellationToken)
            && await handOvers.FindAsync(Id, cancellationToken) is null && Signatures.All(s => s.UserId != user.Id) && Remittance.Created.UserId != user.Id && Remittance.Submitted?.UserId != user.Id;
        if (CanSign && await permissions.IsGrantedAsync(SigningPermissions.Certificates, cancellationToken))
            Certificates = [.. (await certificates.GetListAsync(cancellationToken)).Where(c => c.IsUsable)];
    }

    private RemittanceActInput Act => new(Stamp);

    private string UrlOf(RemittanceLineFilter filter) => this.Link($"remittances/{Id}", filter.ToQuery());

    private Task<IActionResult> RunAsync(Func<Task<RemittanceDto>> act, string? notice, string? next = null) => TryAsync(async () =>
    {
        var remittance = await act();
        Notify(texts[notice ?? (remittance.Status == RemittanceStatus.Approved ? "Remittances:Approved" : "Remittances:ApprovedOnce"), remittance.Number]);
        return LocalRedirect(next ?? AllUrl);
    });
}
