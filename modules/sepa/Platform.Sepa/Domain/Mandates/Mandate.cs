using Platform.Kernel;

namespace Platform.Sepa;

// Whoever works on remittances works on every mandate.
[CustomerData(
    nameof(CustomerId), SepaPermissions.Mandates.Default, SepaPermissions.Mandates.Edit, SepaPermissions.Imports.Default, SepaPermissions.Remittances.Default,
    SepaPermissions.Remittances.Create, SepaPermissions.Remittances.Approve, SepaPermissions.Remittances.Download,
    SepaPermissions.BankAnswers.Import)]
[Retained(120, "Sepa.Retained.Mandates")]
internal sealed class Mandate : AddressedEntity, IHasConcurrencyStamp
{
    /// <summary>EPC016-06, 4.1: without a collection for 36 months a mandate is dead, a never-used one too.</summary>
    public const int LapseMonths = 36;

    private const string FollowsFromFiles = "Follows from issued files, which are kept.";

    public Mandate(MandateData data, string creditorKey, DateTime now, Guid? importBatchId = null)
    {
        CreditorKey = creditorKey;
        CreatedAt = now;
        ImportBatchId = importBatchId;
        Status = data.SignedOn is null ? MandateStatus.Draft : MandateStatus.Active;
        Set(data);
    }

    private Mandate()
    {
    }

    public string CreditorKey { get; private set; } = "";

    public string Reference { get; private set; } = "";

    /// <summary>Upper case without spaces: what is unique.</summary>
    public string ReferenceKey { get; private set; } = "";

    public SddScheme Scheme { get; private set; }

    public MandateType Type { get; private set; }

    public MandateStatus Status { get; private set; }

    public DateOnly? SignedOn { get; private set; }

    public string DebtorName { get; private set; } = "";

    public string DebtorIban { get; private set; } = "";

    public string? DebtorBic { get; private set; }

    public string? Email { get; private set; }

    public string? Language { get; private set; }

    public Guid? CustomerId { get; private set; }

    public DateOnly? LastCollectedOn { get; private set; }

    /// <summary>What issued files told the debtor's bank last; null while none did. Where the present value differs, the next one tells it.</summary>
    [DisableAuditing(FollowsFromFiles)]
    public string? SentReference { get; private set; }

    [DisableAuditing(FollowsFromFiles)]
    public string? SentDebtorIban { get; private set; }

    [DisableAuditing(FollowsFromFiles)]
    public string? SentCreditorIdentifier { get; private set; }

    [DisableAuditing(FollowsFromFiles)]
    public string? SentCreditorName { get; private set; }

    /// <summary>The issued order that told of the last amendment: should the bank reject it, the amendment is open again.</summary>
    [DisableAuditing(FollowsFromFiles)]
    public Guid? AmendmentOrderId { get; private set; }

    public Guid? ImportBatchId { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>Reference, name and IBAN without accents, for searching.</summary>
    [DisableAuditing("Repeats other properties.")]
    public string SearchText { get; private set; } = "";

    public Guid ConcurrencyStamp { get; set; }

    public bool IsUsed => SentReference is not null;

    public DateOnly? LapsesOn => LapseDate(SignedOn, LastCollectedOn);

    public static DateOnly? LapseDate(DateOnly? signedOn, DateOnly? lastCollectedOn) => (lastCollectedOn ?? signedOn)?.AddMonths(LapseMonths);

    /// <summary>The stored state, or expired once the 36 months are over.</summary>
    public static MandateStatus StatusOn(MandateStatus status, DateOnly? lapsesOn, DateOnly today) =>
        status is MandateStatus.Active or MandateStatus.Suspended && lapsesOn <= today ? MandateStatus.Expired : status;

    public void Update(MandateData data)
    {
        Require(MandateStatus.Draft, MandateStatus.Active, MandateStatus.Suspended);
        if (Status != MandateStatus.Draft && (data.Reference.Value != Reference || data.SignedOn is null || data.Scheme != Scheme || data.Type != Type))
            throw new BusinessException(SepaErrorCodes.MandateSignedPartsFixed).WithData("reference", Reference);
        if (Status == MandateStatus.Draft && data.SignedOn is not null)
            Status = MandateStatus.Active;
        Set(data);
    }

    /// <summary>What a debtor's bank is told of once a collection was issued; before, it is a correction like any other.</summary>
    public void Amend(MandateReference reference, Iban debtorIban, Bic? debtorBic)
    {
        Require(MandateStatus.Active, MandateStatus.Suspended);
        (Reference, ReferenceKey) = (reference.Value, reference.Key);
        (DebtorIban, DebtorBic) = (debtorIban.Value, debtorBic?.Value);
        SearchText = SearchTexts.Of(Reference, DebtorName, DebtorIban);
    }

    public void Activate(DateOnly signedOn, DateOnly today)
    {
        Require(MandateStatus.Draft);
        if (signedOn > today)
            throw new BusinessException(SepaErrorCodes.SignedInFuture).WithData("value", signedOn);
        (SignedOn, Status) = (signedOn, MandateStatus.Active);
    }

    /// <summary>Where the debtor of a draft is asked to sign.</summary>
    public string RequireSignable()
    {
        Require(MandateStatus.Draft);
        return Email ?? throw new BusinessException(SepaErrorCodes.MandateWithoutEmail).WithData("reference", Reference);
    }

    public void Suspend() => Move(MandateStatus.Suspended, MandateStatus.Active);

    public void Resume() => Move(MandateStatus.Active, MandateStatus.Suspended);

    public void Cancel() => Move(MandateStatus.Cancelled, MandateStatus.Draft, MandateStatus.Active, MandateStatus.Suspended);

    public void Expire(DateOnly today)
    {
        if (StatusOn(Status, LapsesOn, today) != MandateStatus.Expired)
            throw new BusinessException(SepaErrorCodes.MandateNotLapsed).WithData("reference", Reference).WithData("date", LapsesOn);
        Move(MandateStatus.Expired, MandateStatus.Active, MandateStatus.Suspended, MandateStatus.Expired);
    }

    private void Move(MandateStatus to, params MandateStatus[] from)
    {
        Require(from);
        Status = to;
    }

    private void Require(params MandateStatus[] allowed)
    {
        if (!allowed.Contains(Status))
            throw new BusinessException(SepaErrorCodes.MandateState).WithData("reference", Reference).WithData("status", Status);
    }

    private void Set(MandateData data)
    {
        (Reference, ReferenceKey) = (data.Reference.Value, data.Reference.Key);
        (Scheme, Type, SignedOn) = (data.Scheme, data.Type, data.SignedOn);
        (DebtorName, DebtorIban, DebtorBic) = (data.DebtorName, data.DebtorIban.Value, data.DebtorBic?.Value);
        (Email, Language, CustomerId) = (data.Email, data.Language, data.CustomerId);
        SetAddress(data.Address);
        SearchText = SearchTexts.Of(Reference, DebtorName, DebtorIban);
    }
}
