using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class AccountAppService(
    IdentityDbContext context, UserManager<User> users, ISignInService signIn, PasswordPolicies policies, PasswordChanger changer, SessionWriter sessions, SessionEnding ending,
    ICurrentUser currentUser, IAuditLog audit)
    : IAccountAppService
{
    public async Task<ProfileDto> GetAsync(CancellationToken cancellationToken = default)
    {
        var user = await LoadAsync(currentUser.RequirePerson(), cancellationToken);
        return new ProfileDto(user.Id, user.Email!, user.Name, user.Language, user.LastSignInAt, user.PasswordChangedAt);
    }

    public async Task UpdateAsync(UpdateProfileDto input, CancellationToken cancellationToken = default)
    {
        var id = currentUser.RequireFullPerson();
        new InputChecks().Text(nameof(input.Name), input.Name, User.NameLength).Language(nameof(input.Language), input.Language).ThrowIfAny();
        var user = await LoadAsync(id, cancellationToken);
        user.Name = input.Name.Trim();
        user.Language = input.Language;
        (await users.UpdateAsync(user)).ThrowUnlessSucceeded(nameof(input.Name));
    }

    public async Task ChangePasswordAsync(ChangePasswordDto input, CancellationToken cancellationToken = default)
    {
        var id = currentUser.RequireFullPerson();
        new InputChecks()
            .When(string.IsNullOrEmpty(input.CurrentPassword), nameof(input.CurrentPassword), IdentityErrorCodes.Required)
            .When(string.IsNullOrEmpty(input.NewPassword), nameof(input.NewPassword), IdentityErrorCodes.Required)
            .Same(nameof(input.RepeatPassword), input.NewPassword, input.RepeatPassword)
            .When(input.NewPassword == input.CurrentPassword, nameof(input.NewPassword), IdentityErrorCodes.PasswordUnchanged)
            .ThrowIfAny();
        var confirmed = await signIn.ConfirmPasswordAsync(input.CurrentPassword, cancellationToken);
        new InputChecks().When(!confirmed, nameof(input.CurrentPassword), IdentityErrorCodes.PasswordWrong).ThrowIfAny();
        await changer.ReplaceAsync(await LoadAsync(id, cancellationToken), input.NewPassword, nameof(input.NewPassword), cancellationToken);
        await ending.EndOthersAsync(id, cancellationToken);
        await sessions.FulfilAsync(id, Obligation.NewPassword, cancellationToken);
        audit.Add("Identity.Password.Changed", nameof(User), id.ToString());
    }

    public async Task<PasswordPolicyDto> GetPasswordPolicyAsync(CancellationToken cancellationToken = default)
    {
        var policy = await policies.GetAsync(currentUser.Id, cancellationToken);
        return new PasswordPolicyDto(policy.MinimumLength, policy.MixedCase);
    }

    private async Task<User> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        await context.Users.SingleOrDefaultAsync(u => u.Id == id, cancellationToken) ?? throw new EntityNotFoundException();
}
