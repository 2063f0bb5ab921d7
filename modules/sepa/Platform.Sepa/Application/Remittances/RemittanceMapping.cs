namespace Platform.Sepa;

internal static class RemittanceMapping
{
    public static RemittanceDto ToDto(
        this Remittance r, CreditorAccount account, IReadOnlyList<RemittanceBlockDto> blocks, bool canApprove, RemittanceStage stage) => new(
        r.Id, r.Number, r.Title, r.Scheme, r.Status, account.ToDto(), r.Count, r.TotalCents / 100m, blocks, r.ErrorCount, r.WarningCount,
        Act(r.WarningsAcknowledgedBy, r.WarningsAcknowledgedByName, r.WarningsAcknowledgedAt),
        new RemittanceActDto(r.CreatedBy, r.CreatedByName, r.CreatedAt),
        r.Status is RemittanceStatus.Submitted or RemittanceStatus.Approved ? Act(r.SubmittedBy, r.SubmittedByName, r.SubmittedAt) : null,
        Act(r.RejectedBy, r.RejectedByName, r.RejectedAt, r.RejectionReason),
        r.RequiredApprovals,
        [.. r.CurrentApprovals().OrderBy(a => a.At).Select(a => new RemittanceApprovalDto(a.UserId, a.UserName, a.At, a.ContentHash, a.OnBehalfOfName))],
        canApprove, r.ContentHash, r.File(), Deadline(r, account), stage, r.ConcurrencyStamp);

    public static RemittanceListDto ToListDto(this Remittance r, RemittanceStage stage) => new(
        r.Id, r.Number, r.Title, r.Scheme, r.Status, r.CreditorAccountName, r.Count, r.TotalCents / 100m, r.ErrorCount, r.WarningCount,
        r.FirstExecutionOn, r.CreatedByName, r.CreatedAt, stage);

    public static RemittanceFileDto? File(this Remittance r) => r.FileSha256 is null
        ? null
        : new RemittanceFileDto($"{r.Number}.xml", r.FileMessageId!, BankFileNames.Format(r.Scheme, r.FileVersion!), r.FileSize!.Value, r.FileSha256, r.IssuedAt!.Value);

    private static RemittanceActDto? Act(Guid? user, string? name, DateTime? at, string? note = null) =>
        user is null || at is null ? null : new RemittanceActDto(user.Value, name, at.Value, note);

    private static DateTime? Deadline(Remittance r, CreditorAccount account) =>
        r.Status is RemittanceStatus.Draft or RemittanceStatus.Submitted && r.FirstExecutionOn is { } date ? account.Profile().Deadline(r.Scheme, date) : null;
}
