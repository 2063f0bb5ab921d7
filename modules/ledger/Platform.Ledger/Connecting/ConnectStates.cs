using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Platform.Kernel;

namespace Platform.Ledger;

/// <summary>
/// Makes and opens the protocol's "state". It is sealed by this installation, and good for one person in the browser that began:
/// else somebody could have another person's company connected to an account of theirs.
/// </summary>
internal sealed class ConnectStates(IDataProtectionProvider protection, ICurrentUser user, TimeProvider clock) : ISingletonDependency
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector = protection.CreateProtector("Platform.Ledger.ConnectState.v1");

    public static string RandomText() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(text)));

    public ConnectState Begin(string company, string browser)
    {
        var person = user.Id ?? throw new PermissionDeniedException(LedgerPermissions.Connect);
        return new ConnectState(company, person, HashOf(browser), RandomText(), RandomText(), (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds());
    }

    public string Protect(ConnectState state) => _protector.Protect(JsonSerializer.Serialize(state));

    /// <exception cref="BusinessException">Ledger:StateInvalid, Ledger:StateExpired.</exception>
    public ConnectState Open(string? text, string? browser)
    {
        var state = Unprotect(text);
        if (state is null || browser is null || state.Browser != HashOf(browser) || state.UserId != user.Id)
            throw new BusinessException(LedgerErrorCodes.StateInvalid);
        return clock.GetUtcNow().ToUnixTimeSeconds() < state.ExpiresAt ? state : throw new BusinessException(LedgerErrorCodes.StateExpired);
    }

    private ConnectState? Unprotect(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<ConnectState>(_protector.Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
