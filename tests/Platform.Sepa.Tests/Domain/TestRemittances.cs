namespace Platform.Sepa.Tests;

/// <summary>Remittances without a database.</summary>
internal static class TestRemittances
{
    public static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);
    public static readonly Actor Editor = Person("Editor");
    public static readonly Actor Approver = Person("Approver");
    public const string Hash = "content";

    public static Actor Person(string name) => new(Guid.CreateVersion7(), name);

    public static CreditorAccount Account(bool approved = true)
    {
        var account = new CreditorAccount(CreditorAccountReader.Read(Accounts.Valid()), Editor, Now);
        if (approved)
            account.Approve(Approver, Now);
        return account;
    }

    public static Remittance Draft(Actor? creator = null, int errors = 0, int warnings = 0)
    {
        var remittance = new Remittance(Guid.CreateVersion7(), "SDD-2026-00001", Account(), "November", PaymentScheme.Core, creator ?? Editor, Now);
        remittance.Checked(new RemittanceTotals(3, 6_000, new DateOnly(2026, 11, 24)), new CheckSummary(errors, warnings, warnings == 0 ? "" : "w"));
        return remittance;
    }

    public static Remittance Submitted(int requiredApprovals = 1, Actor? creator = null)
    {
        var remittance = Draft(creator);
        remittance.Submit(creator ?? Editor, Now, Hash, requiredApprovals);
        return remittance;
    }

    public static IssuedFile File => new("blob", "message", "V08", 1, "sha");
}
