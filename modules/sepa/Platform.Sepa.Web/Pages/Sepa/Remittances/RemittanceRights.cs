namespace Platform.Sepa.Web;

/// <summary>What the page offers. The service decides again at each act.</summary>
internal sealed record RemittanceRights(
    RemittanceDto? Remittance = null, Guid? Person = null, bool Prepare = false, bool Approve = false, bool Download = false, bool HandOver = false, bool Trail = false)
{
    private bool IsDraft => Remittance?.Status == RemittanceStatus.Draft;

    private bool IsSubmitted => Remittance?.Status == RemittanceStatus.Submitted;

    public bool CanEdit => Prepare && IsDraft;

    public bool CanApprove => Remittance is { CanApprove: true };

    public bool HasApproved => IsSubmitted && Remittance!.Approvals.Any(a => a.UserId == Person);

    /// <summary>Would be an approver, had they not prepared it: whoever may approve and cannot, without having done so, prepared it.</summary>
    public bool IsStoppedByFourEyes => Approve && IsSubmitted && !CanApprove && !HasApproved;

    /// <summary>Says why, to whoever is known to have prepared it.</summary>
    public bool HasPrepared => IsStoppedByFourEyes || (IsSubmitted && (Remittance!.Created.UserId == Person || Remittance.Submitted?.UserId == Person));

    public bool CanReject => Approve && IsSubmitted && !IsStoppedByFourEyes;

    public bool CanWithdraw => Prepare && HasPrepared;

    public bool CanDownload => Download && Remittance?.File is not null;
}
