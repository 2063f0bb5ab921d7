using System.Globalization;
using System.Security.Cryptography;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>What a code was sent for. It opens nothing in another session, for another purpose or company, or from another network.</summary>
/// <param name="SessionId">Session or API token that asked.</param>
/// <param name="Purpose">One of the constants.</param>
/// <param name="CompanyId">The company to enter, or empty.</param>
/// <param name="Network">Where the person is; empty where that does not matter.</param>
internal sealed record CodePlace(Guid SessionId, string Purpose, Guid CompanyId, string Network)
{
    public const string Phone = "phone";
    public const string Admission = "admission";
    public const string AdmissionByOthers = "admission-other";
    public const string Migration = "migration";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"code/{SessionId:N}/{Purpose}/{CompanyId:N}/{Network}");
}

[ErasedFor(nameof(CompanyId))]
[HostWide("Belongs to a person's session, not to a company; read by that session only.")]
[DisableAuditing("Sending a code and trying one are recorded as acts.")]
internal sealed class SentCode
{
    public const int PurposeLength = 16;
    public const int SealedHashLength = 600;
    public const int Digits = 6;
    public const int MostTries = 5;
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    public Guid SessionId { get; set; }

    public string Purpose { get; set; } = "";

    public Guid CompanyId { get; set; }

    /// <summary>Another one for each code that is sent.</summary>
    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public string Network { get; set; } = "";

    /// <summary>Hash of id and code, sealed for its place by the host's key: of six digits a bare hash would hide nothing.</summary>
    public string SealedHash { get; set; } = "";

    /// <summary>The number to be confirmed; null for other purposes.</summary>
    public string? Number { get; set; }

    public int Tries { get; set; }

    public DateTime ExpiresAt { get; set; }

    public static string NewCode() => RandomNumberGenerator.GetInt32(1_000_000).ToString($"D{Digits}", CultureInfo.InvariantCulture);

    public static string HashOf(Guid id, string code) => Secrets.Hash($"{id:N}|{code}");
}
