using Microsoft.AspNetCore.Identity;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// A person's WebAuthn credential: what its next use is checked against. What the authenticator said about its make when it was added
/// is not kept, since nothing is decided by it.
/// </summary>
[HostWide("Belongs to a person, not to a company.")]
[DisableAuditing("Added, used and removed as acts.")]
internal sealed class Passkey
{
    public const int NameLength = 64;
    public const int MostPerUser = 10;
    public const int CredentialIdLength = 1023;
    public const int TransportsLength = 200;

    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public byte[] CredentialId { get; set; } = [];

    public string Name { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    public DateTime? LastUsedAt { get; set; }

    public byte[] PublicKey { get; set; } = [];

    /// <summary>0 where the authenticator does not count.</summary>
    public long SignCount { get; set; }

    /// <summary>How browsers reach it, separated by spaces.</summary>
    public string Transports { get; set; } = "";

    public bool IsBackupEligible { get; set; }

    public bool IsBackedUp { get; set; }

    /// <summary>When the question was asked (ticks, UTC) whose answer was accepted last: to it and earlier ones none is accepted again.</summary>
    public long LastQuestion { get; set; }

    public static Passkey New(Guid userId, string name, UserPasskeyInfo info, DateTime now, long question)
    {
        var transports = string.Join(' ', info.Transports ?? []);
        return new Passkey
        {
            Id = Guid.CreateVersion7(),
            UserId = userId,
            CredentialId = info.CredentialId,
            Name = name,
            CreatedAt = now,
            PublicKey = info.PublicKey,
            SignCount = info.SignCount,
            // A hint for browsers, in words of the sender: too many of them are none.
            Transports = transports.Length <= TransportsLength ? transports : "",
            IsBackupEligible = info.IsBackupEligible,
            IsBackedUp = info.IsBackedUp,
            LastQuestion = question,
        };
    }

    public UserPasskeyInfo ToInfo() => new(
        CredentialId, PublicKey, new DateTimeOffset(CreatedAt, TimeSpan.Zero), (uint)SignCount, Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        isUserVerified: true, IsBackupEligible, IsBackedUp, attestationObject: [], clientDataJson: [])
    { Name = Name };
}
