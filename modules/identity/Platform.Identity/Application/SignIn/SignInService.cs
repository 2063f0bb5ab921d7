using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class SignInService(
    IdentityDbContext context, OwnTransaction own, PasswordVerifier verifier, SignOnRules rules, ILookupNormalizer normalizer, ICurrentTenant tenant, ICurrentUser currentUser)
    : ISignInService
{
    public async Task<AuthenticatedPerson?> SignInAsync(SignInRequest request, CancellationToken cancellationToken = default) =>
        (await AttemptAsync(request.Email, request.Password, SignInRecorder.SignIn, cancellationToken))?.ToPerson();

    public async Task<bool> ConfirmPasswordAsync(string password, CancellationToken cancellationToken = default) =>
        currentUser.Info.Email is { } email
        && await AttemptAsync(email, password, SignInRecorder.Confirmation, cancellationToken) is { } user
        && user.Id == currentUser.Id;

    private async Task<User?> AttemptAsync(string email, string password, string act, CancellationToken cancellationToken)
    {
        // Which companies the account opens, or whether it exists, must not matter before it has proven itself.
        using var host = tenant.Change(null);
        var normalized = normalizer.NormalizeEmail(email.Trim());
        var accountKey = FailureCounter.AccountKey(normalized);
        var network = FailureCounter.NetworkOf(currentUser.Info.ClientAddress);
        var isOpen = await own.RunAsync<FailureCounters, bool>(c => c.CountAsync(accountKey, network, cancellationToken), cancellationToken);
        var user = await context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == normalized, cancellationToken);
        var result = verifier.Verify(isOpen && user is { IsActive: true } ? user : null, normalized, password);
        var byProvider = act == SignInRecorder.SignIn && result != PasswordVerificationResult.Failed && (await rules.OfAsync(user!.Id, cancellationToken)).RefusesPassword;
        var attempt = new SignInAttempt(act, accountKey, network, user, isOpen, password, byProvider ? PasswordVerificationResult.Failed : result, byProvider);
        await own.RunAsync<SignInRecorder, bool>(r => r.RecordAsync(attempt, cancellationToken), cancellationToken);
        return attempt.Succeeded ? user : null;
    }
}

internal sealed record SignInAttempt(
    string Act, string AccountKey, string? Network, User? User, bool IsOpen, string Password, PasswordVerificationResult Result, bool ByProviderOnly)
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
