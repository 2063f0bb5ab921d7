using Platform.Kernel;

namespace Platform.Identity;

/// <summary>A person's authenticator app. Its key stands in the vault under the person's id.</summary>
[HostWide("Belongs to a person, not to a company.")]
internal sealed class Authenticator
{
    public Guid UserId { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>Null until a first code has shown that the app holds the key.</summary>
    public DateTime? ConfirmedAt { get; set; }

    /// <summary>The last step of time whose code was accepted: it and earlier ones are never accepted again.</summary>
    [DisableAuditing("Each accepted code has an entry of its own.")]
    public long LastStep { get; set; }
}

/// <summary>A code to be used once, where the app is lost.</summary>
[HostWide("Belongs to a person, not to a company.")]
[DisableAuditing("Made, used and replaced as acts.")]
internal sealed class RecoveryCode
{
    public const int Count = 10;
    private const int Bytes = 16;

    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public string Hash { get; set; } = "";

    public DateTime? UsedAt { get; set; }

    /// <summary>128 random bits: too many to be tried, with a fast hash too.</summary>
    public static string New() => Base32.Grouped(Base32.Encode(System.Security.Cryptography.RandomNumberGenerator.GetBytes(Bytes)), "-");

    public static string HashOf(string code) =>
        Secrets.Hash(new string([.. code.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]));
}
