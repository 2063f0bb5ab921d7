using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// A new password by mail, for whoever forgot the old one or may have lost it to others. Needs no sign-in. The link is for one use
/// and one hour, and a newer one ends it. It opens no session: signing in asks for the second factor as ever.
/// </summary>
public interface IPasswordResetAppService : IApplicationService
{
    /// <summary>
    /// Sends the link, if there is an active account, and for an old login one that signs in, to its notification addresses: the answer, and the time it takes, are the same if there is none. At most as
    /// many mails an hour as failed sign-ins are allowed.
    /// </summary>
    Task RequestAsync(string email, CancellationToken cancellationToken = default);

    /// <summary>The rules the new password obeys.</summary>
    /// <exception cref="DeadLinkException">The link does not open: see <see cref="ILinkService.OpenAsync"/>.</exception>
    Task<PasswordPolicyDto> GetPolicyAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>Sets the password and ends all sessions of the person.</summary>
    /// <exception cref="DeadLinkException">The link does not open.</exception>
    /// <exception cref="InputException">Password or RepeatPassword refused.</exception>
    Task ResetAsync(string token, ResetPasswordDto input, CancellationToken cancellationToken = default);
}

/// <summary>A new password.</summary>
/// <param name="Password">The new one.</param>
/// <param name="RepeatPassword">The same again.</param>
public sealed record ResetPasswordDto(string Password, string RepeatPassword);
