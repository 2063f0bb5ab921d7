using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class SignInService(
    IdentityDbContext context, OwnTransaction own, PasswordVerifier verifier, SignOnRules rules, DeviceTrust trust, ILookupNormalizer normalizer, ICurrentTenant tenant, ICurrentUser currentUser)
    : ISignInService
{
    public async Task<AuthenticatedPerson?> SignInAsync(SignInRequest request, CancellationToken cancellationToken = default) =>
        (await AttemptAsync(request.Email, request.Password, SignInRecorder.SignIn, request.DeviceKey, cancellationToken))?.ToPerson();

    public async Task<bool> ConfirmPasswordAsync(string password, CancellationToken cancellationToken = default) =>
        currentUser.Info.Email is { } email
        && await AttemptAsync(email, password, SignInRecorder.Confirmation, deviceKey: null, cancellationToken) is { } user
        && user.Id == currentUser.Id;

    private async Task<User?> AttemptAsync(string email, string password, string act, string? deviceKey, CancellationToken cancellationToken)
    {
        // Which companies the account opens, or whether it exists, must not matter before it has proven itself.
        using var host = tenant.Change(null);
        var normalized = normalizer.NormalizeEmail(email.Trim());
        var user = await context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == normalized, cancellationToken);
        var device = await TrustedDeviceAsync(user?.Id ?? Guid.Empty, deviceKey, cancellationToken);
        var counterKey = device is null ? FailureCounter.AccountKey(normalized) : FailureCounter.DeviceKey(device);
        var network = FailureCounter.NetworkOf(currentUser.Info.ClientAddress);
        var isOpen = await own.RunAsync<FailureCounters, bool>(c => c.CountAsync(counterKey, network, cancellationToken), cancellationToken);
        var result = verifier.Verify(isOpen && user is { IsActive: true } ? user : null, normalized, password);
        var byProvider = act == SignInRecorder.SignIn && result != PasswordVerificationResult.Failed && (await rules.OfAsync(user!.Id, cancellationToken)).RefusesPassword;
        var attempt = new SignInAttempt(act, counterKey, device, network, user, isOpen, password, byProvider ? PasswordVerificationResult.Failed : result, byProvider);
        await own.RunAsync<SignInRecorder, bool>(r => r.RecordAsync(attempt, cancellationToken), cancellationToken);
        return attempt.Succeeded ? user : null;
    }

    // A form brings the browser's key; within a session it is the browser that the session began in.
    private async Task<string?> TrustedDeviceAsync(Guid userId, string? deviceKey, CancellationToken cancellationToken)
    {
        var hash = deviceKey is null
            ? await context.Sessions.Where(s => s.Id == currentUser.Info.SessionId && s.UserId == userId).Select(s => s.DeviceHash).SingleOrDefaultAsync(cancellationToken)
            : KnownDevice.HashOf(userId, deviceKey);
        return await trust.FindAsync(userId, hash, cancellationToken);
    }
}

internal sealed record SignInAttempt(
    string Act, string CounterKey, string? Device, string? Network, User? User, bool IsOpen, string Password, PasswordVerificationResult Result, bool ByProviderOnly)
{
    public bool Succeeded => Result != PasswordVerificationResult.Failed;

    public string Reason => this switch
    {
        { IsOpen: false } => "Blocked",
        { User: null } => "Unknown",
        { User.IsActive: false } => "Inactive",
        { ByProviderOnly: true } => "ByProviderOnly",
        _ => "WrongPassword",
    };
}
