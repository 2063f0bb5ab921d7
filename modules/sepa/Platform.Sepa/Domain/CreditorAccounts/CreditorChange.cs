using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>An approved change of a creditor's identifier or name: amends every mandate of that identifier at once.</summary>
[Retained(120, "Sepa.Retained.Payments")]
[AppendOnly]
[DisableAuditing("Tells what the audited account went through.")]
internal sealed class CreditorChange : SepaEntity
{
    public CreditorChange((string Identifier, string Name) from, (string Identifier, string Name) to, Actor actor, DateTime at)
    {
        (FromIdentifier, FromName, ToIdentifier, ToName) = (from.Identifier, from.Name, to.Identifier, to.Name);
        (At, UserName) = (at, actor.Name);
    }

    private CreditorChange()
    {
    }

    public string FromIdentifier { get; private set; } = "";

    public string FromName { get; private set; } = "";

    public string ToIdentifier { get; private set; } = "";

    public string ToName { get; private set; } = "";

    public DateTime At { get; private set; }

    public string? UserName { get; private set; }

    public string FromKey => KeyOf(FromIdentifier);

    public string ToKey => KeyOf(ToIdentifier);

    public static string KeyOf(string identifier) => SepaValue.Parse<CreditorIdentifier>(identifier).Creditor;
}
