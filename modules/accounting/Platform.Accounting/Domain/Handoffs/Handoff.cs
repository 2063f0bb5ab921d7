using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Documents that were handed to the accountant together. What it holds never changes.</summary>
internal sealed class Handoff : IMultiTenant, IHasConcurrencyStamp
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid TenantId { get; set; }

    /// <summary>1, 2, 3 … in the company.</summary>
    public int Number { get; init; }

    /// <summary>Made up by whoever wanted it, so that it is made once.</summary>
    [DisableAuditing("It tells one request from the next, and nothing else.")]
    public Guid Key { get; init; }

    /// <summary>The one that these are late additions to.</summary>
    public Guid? BaseId { get; init; }

    /// <summary>Of folders and manifest: "en" or "fr".</summary>
    public string Language { get; init; } = "en";

    public Guid AccountantId { get; init; }

    public string RecipientName { get; init; } = "";

    /// <summary>Empty for an accountant who reads on the platform.</summary>
    public string RecipientEmail { get; init; } = "";

    public string RecipientLanguage { get; init; } = "en";

    public DateTime MadeAt { get; init; }

    public Guid? MadeBy { get; init; }

    public string? MadeByName { get; init; }

    public DateOnly? PeriodFrom { get; init; }

    public DateOnly? PeriodTo { get; init; }

    public string? Message { get; init; }

    /// <summary>Documents.</summary>
    public int Count { get; init; }

    /// <summary>Bytes of its documents.</summary>
    public long Size { get; init; }

    public DateTime? RevokedAt { get; private set; }

    public Guid ConcurrencyStamp { get; set; }

    public void Revoke(DateTime now) => RevokedAt ??= now;

    public void Reopen() => RevokedAt = null;
}

/// <summary>Last number given in a company; raised in the transaction that uses it, so there are no gaps.</summary>
[DisableAuditing("The handoff that takes the number is audited.")]
internal sealed class HandoffCounter : IMultiTenant
{
    public Guid TenantId { get; set; }

    public int Last { get; private init; }
}
