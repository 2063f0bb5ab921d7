using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Accounts for people nobody invited. They prove their address first; the company is founded afterwards, by whoever has an account
/// (<see cref="Tenancy.ICompanyFoundingAppService"/>). Works without signing in.
/// </summary>
public interface ISignUpAppService : IApplicationService
{
    /// <summary>Whether the installation lets people sign up.</summary>
    bool IsOpen { get; }

    /// <summary>
    /// Sends a link to this address, or to an account that has it the news that it has one. Neither the answer nor the time it takes
    /// tells which; mails to one address, and from one network, are limited in silence.
    /// </summary>
    /// <param name="email">As typed.</param>
    /// <param name="language">Of the mail and the account, ISO 639-1.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="InputException">Email or Language refused.</exception>
    /// <exception cref="BusinessException">Tenancy:SignUpClosed.</exception>
    Task RequestAsync(string email, string language, CancellationToken cancellationToken = default);

    /// <summary>What the link is for.</summary>
    /// <exception cref="DeadLinkException">The link does not open.</exception>
    Task<OpenSignUpDto> GetAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>Makes the account. Nobody is signed in by it.</summary>
    /// <returns>Its address.</returns>
    /// <exception cref="InputException">Name, Password, RepeatPassword or TermsVersion refused.</exception>
    /// <exception cref="BusinessException">Identity:SignUpKnown: an account with this address was made in the meantime.</exception>
    /// <exception cref="DeadLinkException">The link does not open.</exception>
    Task<string> CompleteAsync(string token, SignUpDto input, CancellationToken cancellationToken = default);
}

/// <summary>A sign-up as shown to who holds its link.</summary>
/// <param name="Email">The proven address.</param>
/// <param name="ExpiresAt">UTC.</param>
/// <param name="PasswordPolicy">Rules for the password.</param>
public sealed record OpenSignUpDto(string Email, DateTime ExpiresAt, PasswordPolicyDto PasswordPolicy);

/// <summary>What a new person chooses.</summary>
/// <param name="Name">1 to 120 characters.</param>
/// <param name="Password">Obeys the policy.</param>
/// <param name="RepeatPassword">The same again.</param>
/// <param name="TermsVersion">Must be <see cref="Terms.Version"/>: the terms that were accepted.</param>
public sealed record SignUpDto(string Name, string Password, string RepeatPassword, string? TermsVersion);
