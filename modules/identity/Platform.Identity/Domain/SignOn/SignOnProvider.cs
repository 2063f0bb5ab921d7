using Platform.Kernel;

namespace Platform.Identity;

/// <summary>The OpenID Connect provider of a company or of a multi-entity group; its secret stands in the vault.</summary>
[HostWide("Read before anybody has signed in, and with each request of a session it began; changed at its own company or group only.")]
[DisableAuditing("Recorded as one act, in the company or of the installation, that names what changed.")]
[ExportedFor(nameof(PlaceId))]
internal sealed class SignOnProvider : IHasConcurrencyStamp
{
    public const int NameLength = 64;
    public const int IssuerLength = 255;
    public const int ClientIdLength = 255;
    public const int SecretLength = 1000;
    public const int MostDomains = 20;
    public const int DomainLength = 100;
    public const int DomainsLength = MostDomains * (DomainLength + 1);
    public const int CompanyIdsLength = 8000;

    public Guid Id { get; set; }

    /// <summary>Entity or group.</summary>
    public SettingLevel Level { get; set; }

    /// <summary>The company or the group.</summary>
    public Guid PlaceId { get; set; }

    public string Name { get; set; } = "";

    public string Issuer { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>Lower case, separated by spaces.</summary>
    public string Domains { get; set; } = "";

    public SignOnPolicy Policy { get; set; }

    public SignOnFactor Factor { get; set; }

    public bool LetsInvitedIn { get; set; }

    /// <summary>
    /// Ids of the companies it was set to open, separated by spaces. A company that joins the group later is not among them: nobody who
    /// answers for it has agreed.
    /// </summary>
    public string CompanyIds { get; set; } = "";

    public Guid ConcurrencyStamp { get; set; }

    public IReadOnlyList<string> DomainList => Domains.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<Guid> CompanyIdList => [.. CompanyIds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];

    /// <summary>Whether it opens the company now: a company that has left the group is not opened any more.</summary>
    public bool Opens(TenantInfo company) =>
        Policy != SignOnPolicy.Off && CompanyIdList.Contains(company.Id) && (Level == SettingLevel.Entity ? PlaceId == company.Id : PlaceId == company.GroupId);

    public bool SpeaksFor(string email) =>
        DomainList is var domains && (domains.Count == 0 || domains.Contains(email[(email.LastIndexOf('@') + 1)..].ToLowerInvariant()));

    /// <summary>Whose trail tells of it; null for the installation's.</summary>
    public Guid TrailId => Level == SettingLevel.Entity ? PlaceId : Guid.Empty;
}

/// <summary>A person's account at a provider. The key is what the provider calls it; no e-mail address leads to a person.</summary>
[HostWide("Belongs to a person, not to a company.")]
[DisableAuditing("Linked, used and unlinked as acts.")]
internal sealed class SignOnLink
{
    /// <summary>Of "sub": OpenID Connect Core 1.0, 2.</summary>
    public const int SubjectLength = 255;

    public Guid Id { get; set; }

    public Guid ProviderId { get; set; }

    public Guid UserId { get; set; }

    /// <summary>Who said so: of another issuer the same subject is somebody else.</summary>
    public string Issuer { get; set; } = "";

    public string Subject { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    public DateTime? LastUsedAt { get; set; }
}

/// <summary>A question that was answered: the same answer counts once, on whatever host.</summary>
[HostWide("Belongs to nobody; only compared with.")]
[DisableAuditing("Signing in is recorded as an act.")]
internal sealed class SignOnAnswered
{
    public string StateHash { get; set; } = "";

    public DateTime ExpiresAt { get; set; }
}
