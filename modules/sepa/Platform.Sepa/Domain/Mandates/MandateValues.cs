namespace Platform.Sepa;

/// <summary>What an amendment may change, as it was.</summary>
internal sealed record MandateValues(bool IsSigned, string Reference, string DebtorIban)
{
    public static MandateValues Of(Mandate mandate) => new(mandate.Status != MandateStatus.Draft, mandate.Reference, mandate.DebtorIban);

    /// <summary>Nothing for a draft: nobody has signed it.</summary>
    public IEnumerable<MandateEvent> Amended(Mandate mandate, Actor actor, DateTime at)
    {
        if (IsSigned && mandate.Reference != Reference)
            yield return MandateEvent.Amended(mandate.Id, MandateEventKind.ReferenceAmended, (Reference, mandate.Reference), actor, at);
        if (IsSigned && mandate.DebtorIban != DebtorIban)
            yield return MandateEvent.Amended(mandate.Id, MandateEventKind.DebtorAccountAmended, (DebtorIban, mandate.DebtorIban), actor, at);
    }
}
