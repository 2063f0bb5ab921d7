using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Vault;

namespace Platform.Identity;

internal sealed class SecondFactorAppService(
    IdentityDbContext context, AuthenticatorKeys keys, SecondFactorService factors, ISignInService signIn, RecoveryCodes codes, FactorRemoval removal,
    IFreshFactor fresh, SessionWriter sessions, ICurrentUser currentUser, IAuditLog audit, TimeProvider clock)
    : ISecondFactorAppService
{
    private const string Issuer = "Platform";

    public async Task<SecondFactorDto> GetAsync(CancellationToken cancellationToken = default)
    {
        var id = currentUser.RequireFullPerson();
        var app = await context.Authenticators.AsNoTracking().SingleOrDefaultAsync(a => a.UserId == id, cancellationToken);
        var left = await context.RecoveryCodes.CountAsync(c => c.UserId == id && c.UsedAt == null, cancellationToken);
        return new SecondFactorDto(keys.IsAvailable, app?.ConfirmedAt, app is { ConfirmedAt: null }, left);
    }

    public async Task BeginAsync(string password, CancellationToken cancellationToken = default)
    {
        var id = currentUser.RequireFullPerson();
        if (!keys.IsAvailable)
            throw new BusinessException(IdentityErrorCodes.SecondFactorUnavailable);
        var app = await context.Authenticators.SingleOrDefaultAsync(a => a.UserId == id, cancellationToken);
        if (app?.ConfirmedAt is not null)
            throw new BusinessException(IdentityErrorCodes.SecondFactorSetUp);
        // The password alone must not add a factor beside one it does not open.
        if (await factors.IsRequiredAsync(id, cancellationToken) && !await fresh.IsFreshAsync(cancellationToken))
            throw new FreshProofRequiredException();
        var confirmed = await signIn.ConfirmPasswordAsync(password, cancellationToken);
        new InputChecks().When(!confirmed, nameof(password), IdentityErrorCodes.PasswordWrong).ThrowIfAny();
        if (app is null)
            context.Authenticators.Add(new Authenticator { UserId = id, CreatedAt = clock.GetUtcNow().UtcDateTime });
        await keys.MakeAsync(id, cancellationToken);
        audit.Add("Identity.SecondFactor.Begun", nameof(User), id.ToString());
    }

    public async Task<AuthenticatorSetupDto> GetSetupAsync(CancellationToken cancellationToken = default)
    {
        var id = currentUser.RequireFullPerson();
        if (!await context.Authenticators.AnyAsync(a => a.UserId == id && a.ConfirmedAt == null, cancellationToken))
            throw new EntityNotFoundException();
        // Text, because people read it and type it: it leaves only in the answer to its owner, before it opens anything.
        var key = await keys.UseAsync(id, k => Base32.Encode(k.Span), cancellationToken);
        var label = Uri.EscapeDataString($"{Issuer}:{currentUser.Info.Email}");
        return new AuthenticatorSetupDto(Base32.Grouped(key, " "), $"otpauth://totp/{label}?secret={key}&issuer={Issuer}");
    }

    public async Task<IReadOnlyList<string>> ConfirmAsync(string code, CancellationToken cancellationToken = default)
    {
        var id = currentUser.RequireFullPerson();
        if (!await context.Authenticators.AnyAsync(a => a.UserId == id && a.ConfirmedAt == null, cancellationToken))
            throw new EntityNotFoundException();
        Require(await factors.VerifyPendingAsync(id, code, cancellationToken), nameof(code));
        var now = clock.GetUtcNow().UtcDateTime;
        (await context.Authenticators.SingleAsync(a => a.UserId == id, cancellationToken)).ConfirmedAt = now;
        await removal.EndOtherSessionsAsync(id, cancellationToken);
        await sessions.FulfilAsync(id, Obligation.SecondFactor, cancellationToken);
        audit.Add("Identity.SecondFactor.Enabled", nameof(User), id.ToString());
        return await codes.ReplaceAsync(id, cancellationToken);
    }

    public async Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(string code, CancellationToken cancellationToken = default)
    {
        var id = currentUser.RequireFullPerson();
        Require(await factors.VerifyAsync(id, code, cancellationToken), nameof(code));
        audit.Add("Identity.RecoveryCodes.Renewed", nameof(User), id.ToString());
        return await codes.ReplaceAsync(id, cancellationToken);
    }

    public async Task DisableAsync(string code, CancellationToken cancellationToken = default)
    {
        var id = currentUser.RequireFullPerson();
        if (!await context.Authenticators.AnyAsync(a => a.UserId == id && a.ConfirmedAt != null, cancellationToken))
            throw new EntityNotFoundException();
        Require(await factors.VerifyAsync(id, code, cancellationToken), nameof(code));
        await removal.RemoveAppAsync(id, cancellationToken);
        await removal.EndOtherSessionsAsync(id, cancellationToken);
        audit.Add("Identity.SecondFactor.Disabled", nameof(User), id.ToString());
    }

    private static void Require(bool right, string field) => new InputChecks().When(!right, field, IdentityErrorCodes.CodeWrong).ThrowIfAny();
}
