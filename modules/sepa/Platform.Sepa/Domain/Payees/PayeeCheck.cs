using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>What the payee's bank said of a transfer's name and account. Bears the key of its transfer; the last verdict counts.</summary>
[DisableAuditing("Recorded as one act of the remittance.")]
internal sealed class PayeeCheck : SepaEntity
{
    public const int NameLength = 140;

    public PayeeCheck(Guid transferId, PayeeAnswer answer, Actor actor, DateTime at)
    {
        Id = transferId;
        Set(answer, actor, at);
    }

    private PayeeCheck()
    {
    }

    public PayeeMatch Match { get; private set; }

    public string? HolderName { get; private set; }

    public DateTime AskedAt { get; private set; }

    public Guid? AskedBy { get; private set; }

    public string? AskedByName { get; private set; }

    public void Set(PayeeAnswer answer, Actor actor, DateTime at)
    {
        (Match, HolderName) = (answer.Match, answer.Name is { Length: > NameLength } name ? name[..NameLength] : answer.Name);
        (AskedAt, AskedBy, AskedByName) = (at, actor.Id == Guid.Empty ? null : actor.Id, actor.Name);
    }
}

internal static class ValidPayeeChecks
{
    public static IQueryable<PayeeCheck> Valid(this IQueryable<PayeeCheck> checks, DateOnly today)
    {
        var since = today.AddDays(-PayeeLimits.ValidDays).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return checks.Where(c => c.AskedAt >= since);
    }
}
