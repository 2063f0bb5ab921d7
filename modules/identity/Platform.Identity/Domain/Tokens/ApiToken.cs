using Platform.Kernel;

namespace Platform.Identity;

[ErasedFor(nameof(CompanyId))]
[HostWide("Belongs to a person and may open all of that person's companies; read by hash or by its owner only.")]
internal sealed class ApiToken
{
    public const string Prefix = "plf_";
    public const int NameLength = 100;
    public const int HintLength = 12;
    public const int ScopesLength = 8000;
    public const int LongestToken = 100;
    public const int MostPerUser = 50;
    public const int LongestValidDays = 365;

    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public string Name { get; set; } = "";

    [DisableAuditing("Secret.")]
    public string TokenHash { get; set; } = "";

    public string Hint { get; set; } = "";

    /// <summary>The only company it opens.</summary>
    public Guid? CompanyId { get; set; }

    /// <summary>Permissions separated by spaces; null for no limit.</summary>
    public string? Scopes { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime ExpiresAt { get; set; }

    public DateTime? LastUsedAt { get; set; }

    public string? LastUsedAddress { get; set; }

    public DateTime? RevokedAt { get; set; }

    public IReadOnlyList<string>? ScopeList => Scopes?.Split(' ');

    public static (ApiToken Row, string Token) New(Guid userId, string name, Guid? companyId, IReadOnlyCollection<string>? scopes, DateTime now, int validDays)
    {
        var token = Prefix + Secrets.NewKey();
        var row = Of(token, userId, name, now, now.AddDays(validDays));
        row.CompanyId = companyId;
        row.Scopes = scopes is { Count: > 0 } ? string.Join(' ', scopes) : null;
        return (row, token);
    }

    public static ApiToken Of(string token, Guid userId, string name, DateTime now, DateTime expiresAt) => new()
    {
        Id = Guid.CreateVersion7(),
        UserId = userId,
        Name = name,
        TokenHash = Secrets.Hash(token),
        Hint = token[..Math.Min(token.Length, Prefix.Length + 4)],
        CreatedAt = now,
        ExpiresAt = expiresAt,
    };
}
