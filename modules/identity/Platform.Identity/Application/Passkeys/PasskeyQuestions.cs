using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>What an answer is checked against, sealed while the browser holds it.</summary>
internal sealed class PasskeyQuestions(IDataProtectionProvider protection, TimeProvider clock) : ISingletonDependency
{
    public const string Creation = "Creation";
    public const string Use = "Use";
    private const int LongestCredential = 32_000;
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    public string Seal(string kind, string state) =>
        ProtectorOf(kind).Protect(string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().UtcTicks}|{state}"));

    /// <summary>Null for an answer that is too long, and for a question that is not of this kind, was not sealed here, or was asked too long ago.</summary>
    public AskedQuestion? Open(string kind, PasskeyAnswer answer)
    {
        if (answer.State.Length == 0 || answer.Credential.Length > LongestCredential)
            return null;
        try
        {
            var parts = ProtectorOf(kind).Unprotect(answer.State).Split('|', 2);
            var asked = long.Parse(parts[0], CultureInfo.InvariantCulture);
            return clock.GetUtcNow().UtcTicks - asked < Lasts.Ticks ? new AskedQuestion(asked, parts[1]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector ProtectorOf(string kind) => protection.CreateProtector("Platform.Identity.Passkeys.v1", kind);
}

/// <param name="AskedAt">Ticks, UTC.</param>
/// <param name="State">Of Identity's handler.</param>
internal sealed record AskedQuestion(long AskedAt, string State);
