using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Somebody whose mail was refused since nobody allowed it: how often and when last, nothing of what was in it.</summary>
[DisableAuditing("A count of attempts from outside; no person of the company does anything.")]
internal sealed class RefusedSender : IMultiTenant
{
    /// <summary>Rows of a company; the one that tried longest ago makes room.</summary>
    public const int Most = 100;

    /// <summary>How long the last attempt is remembered.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private RefusedSender()
    {
    }

    public RefusedSender(string sender, DateTime now) => (Id, Sender, LastAt, Times) = (Guid.CreateVersion7(), sender, now, 1);

    public Guid Id { get; private set; }

    public Guid TenantId { get; set; }

    /// <summary>In small letters; empty where the mail named none, as reports of mail servers do.</summary>
    public string Sender { get; private set; } = "";

    public int Times { get; private set; }

    public DateTime LastAt { get; private set; }
}
