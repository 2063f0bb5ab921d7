using Platform.Kernel;

namespace Platform.Sepa;

[Retained(120, "Sepa.Retained.Payments")]
internal sealed class CreditorAccount : AddressedEntity, IHasConcurrencyStamp
{
    public CreditorAccount(CreditorAccountData data, Actor editor, DateTime now)
    {
        Set(data);
        Edited(editor, now);
    }

    private CreditorAccount()
    {
    }

    public string Name { get; private set; } = "";

    public string Iban { get; private set; } = "";

    public string? Bic { get; private set; }

    public string BankName { get; private set; } = "";

    public string CreditorName { get; private set; } = "";

    /// <summary>Null where the account only pays.</summary>
    public string? CreditorIdentifier { get; private set; }

    /// <summary>The identifier without check digits and business code: mandate references are unique for it. Empty without one.</summary>
    public string CreditorKey { get; private set; } = "";

    public Pain008Version Version { get; private set; }

    public AddressStyle AddressStyle { get; private set; }

    public NewDebtorAccountPlace NewDebtorAccountPlace { get; private set; }

    public bool BatchBooking { get; private set; }

    public bool BicRequired { get; private set; }

    public bool UsesFrst { get; private set; }

    public TimeOnly CutOff { get; private set; }

    public string TimeZone { get; private set; } = "";

    public int LeadDays { get; private set; }

    public Pain001Version TransferVersion { get; private set; }

    public TimeOnly TransferCutOff { get; private set; }

    public long? SecondApprovalAboveCents { get; private set; }

    public CreditorAccountStatus Status { get; private set; }

    public Guid LastEditedBy { get; private set; }

    public string? LastEditedByName { get; private set; }

    public DateTime LastEditedAt { get; private set; }

    public Guid? ApprovedBy { get; private set; }

    public string? ApprovedByName { get; private set; }

    public DateTime? ApprovedAt { get; private set; }

    /// <summary>Identifier and name before the changes that wait for approval; null without such a change.</summary>
    public string? FormerCreditorIdentifier { get; private set; }

    public string? FormerCreditorName { get; private set; }

    public Guid ConcurrencyStamp { get; set; }

    public BankProfile Profile() =>
        new(Version, AddressStyle, NewDebtorAccountPlace, BatchBooking, BicRequired, UsesFrst, CutOff, TimeZone, LeadDays, TransferVersion, TransferCutOff);

    public void Update(CreditorAccountData data, Actor editor, DateTime now)
    {
        RequireOpen();
        var matters = Data() with { Name = data.Name } != data;
        RememberCreditor(data);
        Set(data);
        if (matters)
            Edited(editor, now);
    }

    /// <summary>A wrong account number sends the money elsewhere: never approved by whoever typed it.</summary>
    public void Approve(Actor approver, DateTime now)
    {
        RequireOpen();
        if (Status == CreditorAccountStatus.Approved)
            return;
        if (approver.Id == Guid.Empty || approver.Id == LastEditedBy)
            throw new BusinessException(SepaErrorCodes.FourEyes);
        (Status, ApprovedBy, ApprovedByName, ApprovedAt) = (CreditorAccountStatus.Approved, approver.Id, approver.Name, now);
        (FormerCreditorIdentifier, FormerCreditorName) = (null, null);
    }

    /// <summary>What the next approval changes for mandates; null for nothing.</summary>
    public CreditorChange? CreditorChange(Actor approver, DateTime now) =>
        Status != CreditorAccountStatus.AwaitingApproval || FormerCreditorIdentifier is null || CreditorIdentifier is null
            || (FormerCreditorIdentifier, FormerCreditorName) == (CreditorIdentifier, CreditorName)
            ? null
            : new CreditorChange((FormerCreditorIdentifier, FormerCreditorName!), (CreditorIdentifier, CreditorName), approver, now);

    public void Close()
    {
        RequireOpen();
        Status = CreditorAccountStatus.Closed;
    }

    public void RequireApproved()
    {
        if (Status != CreditorAccountStatus.Approved)
            throw new BusinessException(SepaErrorCodes.CreditorAccountNotApproved).WithData("name", Name);
    }

    /// <summary>Who has no creditor identifier collects nothing.</summary>
    public void RequireFor(PaymentScheme scheme)
    {
        if (scheme.IsCollection() && CreditorIdentifier is null)
            throw new BusinessException(SepaErrorCodes.AccountCannotCollect).WithData("name", Name);
    }

    private void RequireOpen()
    {
        if (Status == CreditorAccountStatus.Closed)
            throw new BusinessException(SepaErrorCodes.CreditorAccountClosed).WithData("name", Name);
    }

    private void RememberCreditor(CreditorAccountData data)
    {
        if (FormerCreditorName is null && (data.CreditorIdentifier?.Value, data.CreditorName) != (CreditorIdentifier, CreditorName))
            (FormerCreditorIdentifier, FormerCreditorName) = (CreditorIdentifier, CreditorName);
    }

    private CreditorAccountData Data() => new(
        Name, SepaValue.Parse<Iban>(Iban), Bic is null ? null : SepaValue.Parse<Bic>(Bic), BankName, CreditorName,
        CreditorIdentifier is null ? null : SepaValue.Parse<CreditorIdentifier>(CreditorIdentifier), Address(), Profile(), SecondApprovalAboveCents);

    private void Set(CreditorAccountData data)
    {
        (Name, Iban, Bic, BankName) = (data.Name, data.Iban.Value, data.Bic?.Value, data.BankName);
        (CreditorName, CreditorIdentifier, CreditorKey) = (data.CreditorName, data.CreditorIdentifier?.Value, data.CreditorIdentifier?.Creditor ?? "");
        SetAddress(data.Address);
        var profile = data.Profile;
        (Version, AddressStyle, NewDebtorAccountPlace) = (profile.Version, profile.AddressStyle, profile.NewDebtorAccountPlace);
        (BatchBooking, BicRequired, UsesFrst) = (profile.BatchBooking, profile.BicRequired, profile.UsesFrst);
        (CutOff, TimeZone, LeadDays) = (profile.CutOff, profile.TimeZone, profile.LeadDays);
        (TransferVersion, TransferCutOff) = (profile.TransferVersion, profile.TransferCutOff);
        SecondApprovalAboveCents = data.SecondApprovalAboveCents;
    }

    private void Edited(Actor editor, DateTime now)
    {
        (LastEditedBy, LastEditedByName, LastEditedAt) = (editor.Id, editor.Name, now);
        (Status, ApprovedBy, ApprovedByName, ApprovedAt) = (CreditorAccountStatus.AwaitingApproval, null, null, null);
    }
}
