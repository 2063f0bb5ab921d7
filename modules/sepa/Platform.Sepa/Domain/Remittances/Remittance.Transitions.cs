using Platform.Kernel;

namespace Platform.Sepa;

[Retained(120, "Sepa.Retained.Payments")]
internal sealed partial class Remittance
{
    public void Edit(Actor editor)
    {
        Require(RemittanceStatus.Draft);
        Prepared(editor);
    }

    /// <summary>Takes over what a check found; warnings that changed ask for a new acknowledgement.</summary>
    public void Checked(RemittanceTotals totals, CheckSummary summary)
    {
        Require(RemittanceStatus.Draft, RemittanceStatus.Submitted);
        if (Status == RemittanceStatus.Submitted && (totals.Count != Count || totals.Cents != TotalCents))
            throw new BusinessException(SepaErrorCodes.RemittanceChanged).WithData("number", Number);
        (Count, TotalCents, FirstExecutionOn) = (totals.Count, totals.Cents, totals.FirstDate);
        (ErrorCount, WarningCount) = (summary.Errors, summary.Warnings);
        if (summary.Fingerprint == WarningsFingerprint)
            return;
        WarningsFingerprint = summary.Fingerprint;
        (WarningsAcknowledgedBy, WarningsAcknowledgedByName, WarningsAcknowledgedAt) = (null, null, null);
    }

    public void AcknowledgeWarnings(Actor actor, DateTime now)
    {
        Require(RemittanceStatus.Draft);
        Prepared(actor);
        (WarningsAcknowledgedBy, WarningsAcknowledgedByName, WarningsAcknowledgedAt) = (actor.Id, actor.Name, now);
    }

    public void Submit(Actor submitter, DateTime now, string contentHash, int requiredApprovals)
    {
        Require(RemittanceStatus.Draft);
        RequireClean();
        Prepared(submitter);
        (Status, ContentHash, RequiredApprovals) = (RemittanceStatus.Submitted, contentHash, requiredApprovals);
        (SubmittedBy, SubmittedByName, SubmittedAt) = (submitter.Id, submitter.Name, now);
        (RejectedBy, RejectedByName, RejectedAt, RejectionReason) = (null, null, null, null);
        Round++;
    }

    public void Withdraw(Actor actor)
    {
        Require(RemittanceStatus.Submitted);
        if (!HasPrepared(actor.Id))
            throw new BusinessException(SepaErrorCodes.RemittanceNotYours).WithData("number", Number);
        BackToDraft();
    }

    /// <summary>Records an approval of exactly the content that the approver saw.</summary>
    /// <param name="approver">Who approves.</param>
    /// <param name="lender">Whose right it is, where it was lent.</param>
    /// <param name="seenHash">Of what the approver saw.</param>
    /// <param name="presentHash">Of what there is.</param>
    /// <param name="now">UTC.</param>
    public void Approve(Actor approver, Actor? lender, string seenHash, string presentHash, DateTime now)
    {
        Require(RemittanceStatus.Submitted);
        if (approver.Id == Guid.Empty || HasPrepared(approver.Id) || (lender is { } other && !CanBeApprovedFor(other.Id)))
            throw new BusinessException(SepaErrorCodes.FourEyes);
        if (HasApproved(approver.Id))
            throw new BusinessException(SepaErrorCodes.ApprovedTwice).WithData("number", Number);
        if (presentHash != ContentHash || seenHash != ContentHash)
            throw new BusinessException(SepaErrorCodes.RemittanceChanged).WithData("number", Number);
        RequireClean();
        _approvals.Add(new RemittanceApproval(Id, Round, approver, lender, now, presentHash));
    }

    /// <summary>Freezes the remittance with its file.</summary>
    public void Issue(IssuedFile file, DateTime now)
    {
        if (!IsFullyApproved)
            throw new BusinessException(SepaErrorCodes.RemittanceNotApproved).WithData("number", Number);
        (Status, IssuedAt) = (RemittanceStatus.Approved, now);
        (FileBlobName, FileMessageId, FileVersion) = (file.BlobName, file.MessageId, file.Version);
        (FileSize, FileSha256) = (file.Size, file.Sha256);
    }

    public void Reject(Actor actor, string reason, DateTime now)
    {
        Require(RemittanceStatus.Submitted);
        BackToDraft();
        (RejectedBy, RejectedByName, RejectedAt, RejectionReason) = (actor.Id, actor.Name, now, reason);
    }

    public void Cancel()
    {
        Require(RemittanceStatus.Draft);
        Status = RemittanceStatus.Cancelled;
    }

    public void RequireDraft() => Require(RemittanceStatus.Draft);

    private void BackToDraft() => (Status, ContentHash) = (RemittanceStatus.Draft, null);

    private void Prepared(Actor person)
    {
        if (!HasPrepared(person.Id))
            Preparers = $"{Preparers} {person.Id:N}".TrimStart();
    }

    private void RequireClean()
    {
        if (Count == 0)
            throw new BusinessException(SepaErrorCodes.NothingToCollect);
        if (ErrorCount > 0)
            throw new BusinessException(SepaErrorCodes.RemittanceHasErrors).WithData("number", Number).WithData("count", ErrorCount);
        if (WarningCount > 0 && WarningsAcknowledgedBy is null)
            throw new BusinessException(SepaErrorCodes.WarningsNotAcknowledged).WithData("number", Number).WithData("count", WarningCount);
    }

    private void Require(params RemittanceStatus[] allowed)
    {
        if (!allowed.Contains(Status))
            throw new BusinessException(SepaErrorCodes.RemittanceState).WithData("number", Number).WithData("status", Status);
    }
}
