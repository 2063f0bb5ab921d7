using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// State machine of a remittance: Draft, Submitted, Approved; back to Draft by withdrawal or rejection; Cancelled from Draft.
/// Whoever prepared it in any way never approves it, whatever path the call takes.
/// </summary>
[ExportedFile("{FileBlobName}", "bank-files/{FileMessageId}.xml")]
internal sealed partial class Remittance : SepaEntity, IHasConcurrencyStamp
{
    private readonly List<RemittanceApproval> _approvals = [];

    public Remittance(Guid id, string number, CreditorAccount account, string title, PaymentScheme scheme, Actor creator, DateTime now)
    {
        account.RequireApproved();
        account.RequireFor(scheme);
        (Id, Number, CreditorAccountId, CreditorAccountName) = (id, number, account.Id, account.Name);
        (Title, Scheme, CreatedBy, CreatedByName, CreatedAt) = (title, scheme, creator.Id, creator.Name, now);
        SearchText = SearchTexts.Of(number, title);
        Prepared(creator);
    }

    private Remittance()
    {
    }

    public string Number { get; private set; } = "";

    public Guid CreditorAccountId { get; private set; }

    public string CreditorAccountName { get; private set; } = "";

    public string Title { get; private set; } = "";

    public PaymentScheme Scheme { get; private set; }

    public RemittanceStatus Status { get; private set; }

    public int Count { get; private set; }

    public long TotalCents { get; private set; }

    public DateOnly? FirstExecutionOn { get; private set; }

    public int ErrorCount { get; private set; }

    public int WarningCount { get; private set; }

    public string WarningsFingerprint { get; private set; } = "";

    public Guid CreatedBy { get; private set; }

    public string? CreatedByName { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>Ids of everyone who had a hand in it, divided by spaces: none of them ever approves it.</summary>
    public string Preparers { get; private set; } = "";

    public Guid? WarningsAcknowledgedBy { get; private set; }

    public string? WarningsAcknowledgedByName { get; private set; }

    public DateTime? WarningsAcknowledgedAt { get; private set; }

    public Guid? SubmittedBy { get; private set; }

    public string? SubmittedByName { get; private set; }

    public DateTime? SubmittedAt { get; private set; }

    public Guid? RejectedBy { get; private set; }

    public string? RejectedByName { get; private set; }

    public DateTime? RejectedAt { get; private set; }

    public string? RejectionReason { get; private set; }

    public int Round { get; private set; }

    public int RequiredApprovals { get; private set; } = 1;

    public string? ContentHash { get; private set; }

    public string? FileBlobName { get; private set; }

    public string? FileMessageId { get; private set; }

    /// <summary>"V08": edition of the scheme's message.</summary>
    public string? FileVersion { get; private set; }

    public long? FileSize { get; private set; }

    public string? FileSha256 { get; private set; }

    public DateTime? IssuedAt { get; private set; }

    [DisableAuditing("Repeats other properties.")]
    public string SearchText { get; private set; } = "";

    public Guid ConcurrencyStamp { get; set; }

    public IReadOnlyCollection<RemittanceApproval> Approvals => _approvals;

    /// <summary>Approvals of the present submission; a draft has none.</summary>
    public IEnumerable<RemittanceApproval> CurrentApprovals() =>
        Status is RemittanceStatus.Submitted or RemittanceStatus.Approved ? _approvals.Where(a => a.Round == Round) : [];

    public bool IsFullyApproved => Status == RemittanceStatus.Submitted && CurrentApprovals().Count() >= RequiredApprovals;

    public bool HasPrepared(Guid person) => Preparers.Split(' ').Contains(person.ToString("N"));

    /// <summary>By the person or with their right.</summary>
    public bool HasApproved(Guid person) => CurrentApprovals().Any(a => a.UserId == person || a.OnBehalfOf == person);

    public bool CanBeApprovedBy(Guid person) => Status == RemittanceStatus.Submitted && person != Guid.Empty && CanBeApprovedFor(person);

    /// <summary>Whether the right of this person still counts as another pair of eyes.</summary>
    public bool CanBeApprovedFor(Guid person) => !HasPrepared(person) && !HasApproved(person);
}
