using Platform.Kernel;

namespace Platform.Vault;

/// <summary>What a person allowed. The secret stands elsewhere, under the same id.</summary>
internal sealed class Consent : IMultiTenant
{
    public const int MaxProvider = 60;
    public const int MaxAccount = 140;
    public const int MaxName = 200;

    public Consent(NewConsent consent, Guid userId, string userName, DateTime now)
    {
        (Id, UserId, UserName, GrantedAt) = (Guid.CreateVersion7(), userId, userName, now);
        (Provider, Account, Label, Purpose) = (consent.Provider, consent.Account, consent.Label, consent.Purpose);
        (ValidUntil, NeedsFreshFactor) = (consent.ValidUntil, consent.NeedsFreshFactor);
    }

    private Consent()
    {
    }

    public Guid Id { get; private set; }

    public Guid TenantId { get; set; }

    public Guid UserId { get; private set; }

    public string UserName { get; private set; } = "";

    public string Provider { get; private set; } = "";

    public string Account { get; private set; } = "";

    public string Label { get; private set; } = "";

    public string Purpose { get; private set; } = "";

    public DateTime GrantedAt { get; private set; }

    public DateTime? ValidUntil { get; private set; }

    public bool NeedsFreshFactor { get; private set; }

    public DateTime? LastUsedAt { get; private set; }

    public long Uses { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public string? RevokedByName { get; private set; }

    /// <summary>Until when one host alone renews the secret.</summary>
    [DisableAuditing("A lock, not a fact.")]
    public DateTime? LeasedUntil { get; private set; }

    [DisableAuditing("A lock, not a fact.")]
    public Guid? Lease { get; private set; }

    public ConsentState StateAt(DateTime now) =>
        RevokedAt is not null ? ConsentState.Revoked : ValidUntil <= now ? ConsentState.Expired : ConsentState.Active;

    public SecretBinding Binding() => new(TenantId, UserId, Provider, Account, Purpose);

    /// <summary>Null when the current person may have the secret used as asked, else the code of the first rule that is broken.</summary>
    public string? Refusal(ConsentUse use, Guid userId, DateTime now) => this switch
    {
        _ when UserId != userId => VaultErrorCodes.WrongUser,
        _ when Provider != use.Provider => VaultErrorCodes.WrongProvider,
        _ when Account != use.Account => VaultErrorCodes.WrongAccount,
        _ when Purpose != use.Purpose => VaultErrorCodes.WrongPurpose,
        _ when RevokedAt is not null => VaultErrorCodes.ConsentRevoked,
        _ when ValidUntil <= now => VaultErrorCodes.ConsentExpired,
        _ => null,
    };

    public void Revoke(string? by, DateTime now) => (RevokedAt, RevokedByName) = (RevokedAt ?? now, RevokedAt is null ? by : RevokedByName);
}
