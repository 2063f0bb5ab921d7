using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Acceptance of invitations by whoever holds the link. Works without signing in; a link that does not open is refused as
/// <see cref="ILinkService.OpenAsync"/> says.
/// </summary>
public interface IInvitationAppService : IApplicationService
{
    /// <summary>What the link invites to.</summary>
    /// <exception cref="BusinessException">Identity:InvitationInvalid: withdrawn at this moment.</exception>
    /// <exception cref="DeadLinkException">The link does not open.</exception>
    Task<OpenInvitationDto> GetAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes the signed-in person, who must own the invited address, a member of the company with the roles of the invitation.
    /// </summary>
    /// <returns>The company's URL segment.</returns>
    /// <exception cref="BusinessException">Identity:InvitationForOther, Identity:InvitationNeedsSignIn.</exception>
    /// <exception cref="DeadLinkException">The link does not open.</exception>
    Task<string> AcceptAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>Makes an account for the invited address and does the same.</summary>
    /// <returns>The company's URL segment.</returns>
    /// <exception cref="BusinessException">Identity:InvitationNeedsSignIn.</exception>
    /// <exception cref="InputException">Name, Password or RepeatPassword refused.</exception>
    /// <exception cref="DeadLinkException">The link does not open.</exception>
    Task<string> AcceptAsNewAsync(string token, NewAccountDto input, CancellationToken cancellationToken = default);
}

/// <summary>An invitation as shown to the invited person.</summary>
/// <param name="Company">Name of the company.</param>
/// <param name="Email">Invited address.</param>
/// <param name="Name">Name as the inviting person wrote it.</param>
/// <param name="ExpiresAt">UTC.</param>
/// <param name="AccountExists">Sign in instead of choosing a password.</param>
/// <param name="PasswordPolicy">Rules for the password of a new account.</param>
/// <param name="SignOn">Provider by which a new account can be made without a password; null for none.</param>
public sealed record OpenInvitationDto(
    string Company, string Email, string Name, DateTime ExpiresAt, bool AccountExists, PasswordPolicyDto PasswordPolicy, SignOnOffer? SignOn = null);

/// <summary>What a new person chooses.</summary>
/// <param name="Name">1 to 120 characters.</param>
/// <param name="Password">Obeys the policy.</param>
/// <param name="RepeatPassword">The same again.</param>
public sealed record NewAccountDto(string Name, string Password, string RepeatPassword);
