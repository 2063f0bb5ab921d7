using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>What a browser holds while its person is at a provider, and afterwards until an unknown account is linked; sealed, for ten minutes.</summary>
internal sealed class SignOnStates(IDataProtectionProvider protection, TimeProvider clock) : ISingletonDependency
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    public string Seal(SignOnState state) => Protect("Question", state);

    /// <exception cref="BusinessException">Identity:SignOnState: not sealed here. Identity:SignOnExpired.</exception>
    public SignOnState Open(string? text) => Read<SignOnState>("Question", text) ?? throw new BusinessException(IdentityErrorCodes.SignOnState);

    public string Seal(PendingLink pending) => Protect("Pending", pending);

    /// <summary>Null for what was not sealed here, or too long ago.</summary>
    public PendingLink? OpenPending(string? text)
    {
        try
        {
            return Read<PendingLink>("Pending", text);
        }
        catch (BusinessException)
        {
            return null;
        }
    }

    private string Protect<T>(string kind, T content) =>
        ProtectorOf(kind).Protect(JsonSerializer.Serialize(new Dated<T>((clock.GetUtcNow() + Lasts).ToUnixTimeSeconds(), content)));

    private T? Read<T>(string kind, string? text) where T : class
    {
        if (string.IsNullOrEmpty(text))
            return null;
        try
        {
            var dated = JsonSerializer.Deserialize<Dated<T>>(ProtectorOf(kind).Unprotect(text))!;
            return clock.GetUtcNow().ToUnixTimeSeconds() < dated.Until ? dated.Content : throw new BusinessException(IdentityErrorCodes.SignOnExpired);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector ProtectorOf(string kind) => protection.CreateProtector("Platform.Identity.SignOn.v1", kind);

    private sealed record Dated<T>(long Until, T Content);
}

/// <summary>A question to a provider.</summary>
/// <param name="ProviderId">Whom.</param>
/// <param name="Purpose">What for.</param>
/// <param name="UserId">Who links.</param>
/// <param name="Invitation">Token of the invitation.</param>
/// <param name="ReturnUrl">Where it leads in the end.</param>
/// <param name="State">Comes back with the answer.</param>
/// <param name="Nonce">Comes back within the ID token.</param>
/// <param name="Verifier">Proves to the provider who asked (RFC 7636).</param>
internal sealed record SignOnState(
    Guid ProviderId, SignOnPurpose Purpose, Guid? UserId, string? Invitation, string ReturnUrl, string State, string Nonce, string Verifier);

/// <summary>An account at a provider that is nobody's here.</summary>
internal sealed record PendingLink(Guid ProviderId, string Issuer, string Subject, string Name);
