namespace Platform.Sepa;

/// <summary>Limits that can be put on SEPA rights of a role or a person.</summary>
public static class SepaDataScopes
{
    /// <summary>Creditor accounts whose records and remittances are seen, prepared, approved and downloaded.</summary>
    public const string CreditorAccounts = "Sepa.CreditorAccounts";

    /// <summary>The largest remittance that is submitted or approved, in euros.</summary>
    public const string RemittanceAmount = "Sepa.RemittanceAmount";
}
