using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// The assistant that leads from an old login to a person's own account. What is typed belongs to the session (or API token) and to
/// nobody else who shares the login. Before the mailbox is proven no answer depends on whether the address is known or has an account.
/// A code proves the mailbox; an account that exists is joined by its own password and second factor only. Not with a limited token.
/// </summary>
public interface IMigrationAppService : IApplicationService
{
    /// <summary>Where the signed-in old login stands.</summary>
    /// <exception cref="EntityNotFoundException">The signed-in person is no old login.</exception>
    Task<MigrationDto> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Opens everything else for this session; the banner stays.</summary>
    Task PostponeAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Mails a code to the address and forgets what was proven for another one. A code is for one use, ten minutes and five tries; a
    /// newer one ends it. At most five mails an hour to an address and from a login.
    /// </summary>
    /// <exception cref="BusinessException">Identity:CodeLimit.</exception>
    Task SendCodeAsync(MigrationEmailDto input, CancellationToken cancellationToken = default);

    /// <summary>Proves the mailbox.</summary>
    /// <exception cref="InputException">Code: Identity:MigrationCodeWrong, for wrong, used, expired and too many tries alike.</exception>
    Task VerifyCodeAsync(MigrationCodeDto input, CancellationToken cancellationToken = default);

    /// <summary>Name and password of the account to be made; only for an address without one. The company's policy holds.</summary>
    Task ChooseIdentityAsync(NewAccountDto input, CancellationToken cancellationToken = default);

    /// <summary>The password of the account that has the address; counted and blocked as a sign-in is.</summary>
    Task JoinAsync(MigrationJoinDto input, CancellationToken cancellationToken = default);

    /// <summary>A code of that account's app, or a recovery code.</summary>
    Task ProveFactorAsync(MigrationCodeDto input, CancellationToken cancellationToken = default);

    /// <summary>A question for a passkey of that account.</summary>
    Task<PasskeyQuestion> AskPasskeyAsync(CancellationToken cancellationToken = default);

    /// <summary>A passkey of that account as its second factor.</summary>
    Task ProvePasskeyAsync(PasskeyAnswer answer, CancellationToken cancellationToken = default);

    /// <summary>
    /// Proves to be the customer, where the address is none of those known: each try is counted, and after as many failures as block a
    /// sign-in nothing is accepted for as long; administrators and the operator are told.
    /// </summary>
    /// <exception cref="InputException">Number: Identity:MigrationProofWrong.</exception>
    Task ProveCustomerAsync(MigrationProofDto input, CancellationToken cancellationToken = default);

    /// <summary>
    /// Accepts the terms and takes the old login's place in its company, with its profile and no other right. The old login is kept for
    /// 30 days. The notification addresses are told.
    /// </summary>
    /// <exception cref="BusinessException">Identity:MigrationUnfinished, Identity:MigrationDone.</exception>
    Task<CompletedMigrationDto> CompleteAsync(AcceptTermsDto input, CancellationToken cancellationToken = default);

    /// <summary>Companies in which the signed-in person took the place of an old login that is still kept.</summary>
    Task<IReadOnlyList<MigratedCompanyDto>> GetCompletedAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes the person administrator of a company that has no active one, told to every notification address. Asks for a fresh proof.
    /// </summary>
    /// <exception cref="BusinessException">Identity:AdministratorExists.</exception>
    /// <exception cref="EntityNotFoundException">The person did not come to this company from an old login.</exception>
    Task BecomeAdministratorAsync(Guid companyId, CancellationToken cancellationToken = default);
}

/// <summary>What comes next.</summary>
public enum MigrationStep
{
    /// <summary>The person's own address.</summary>
    Email,

    /// <summary>The code that was mailed.</summary>
    Code,

    /// <summary>Name and password of a new account.</summary>
    Identity,

    /// <summary>Password of the account that has the address.</summary>
    Account,

    /// <summary>Its second factor.</summary>
    Factor,

    /// <summary>Customer code and the number of an invoice or licence.</summary>
    Proof,

    /// <summary>The terms.</summary>
    Terms,

    /// <summary>Somebody's own account has taken the login's place.</summary>
    Done,
}

/// <summary>Where an old login stands, as this session sees it.</summary>
/// <param name="Step">What comes next.</param>
/// <param name="Login">The old login.</param>
/// <param name="Company">Name of its company.</param>
/// <param name="Email">Address typed in this session.</param>
/// <param name="Name">Name chosen in this session.</param>
/// <param name="AccountExists">Joins the account of that address; false while the mailbox is not proven.</param>
/// <param name="Means">Second factors of that account, after its password.</param>
/// <param name="NeedsProof">The address is none of the known ones; false while the mailbox is not proven.</param>
/// <param name="PasswordPolicy">For a new account.</param>
/// <param name="ClosesAt">UTC; until when the login is kept, once done.</param>
public sealed record MigrationDto(
    MigrationStep Step, string Login, string Company, string? Email, string? Name, bool AccountExists, FactorMeans? Means, bool NeedsProof,
    PasswordPolicyDto PasswordPolicy, DateTime? ClosesAt);

/// <summary>An address.</summary>
/// <param name="Email">The person's own.</param>
public sealed record MigrationEmailDto(string Email);

/// <summary>A code.</summary>
/// <param name="Code">As mailed or shown; spaces do not count.</param>
public sealed record MigrationCodeDto(string Code);

/// <summary>A password of an account that exists.</summary>
/// <param name="Password">As typed.</param>
public sealed record MigrationJoinDto(string Password);

/// <summary>What only a customer knows; case and spaces do not count.</summary>
/// <param name="CustomerCode">On every invoice.</param>
/// <param name="Number">Of an invoice, or serial number of a licence.</param>
public sealed record MigrationProofDto(string CustomerCode, string Number);

/// <summary>Terms that were read.</summary>
/// <param name="Version">Must be <see cref="Terms.Version"/>.</param>
public sealed record AcceptTermsDto(string Version);

/// <summary>A finished migration.</summary>
/// <param name="Person">Who goes on.</param>
/// <param name="BySecondFactor">A second factor was proven on the way.</param>
public sealed record CompletedMigrationDto(AuthenticatedPerson Person, bool BySecondFactor);

/// <summary>A company the person came to from an old login.</summary>
/// <param name="Id">The company.</param>
/// <param name="Slug">Its segment in URLs.</param>
/// <param name="Name">Its name.</param>
/// <param name="Login">The old login.</param>
/// <param name="Roles">What the person holds there.</param>
/// <param name="ClosesAt">UTC; the login works until then.</param>
/// <param name="CanBecomeAdministrator">The company has no active administrator.</param>
public sealed record MigratedCompanyDto(
    Guid Id, string Slug, string Name, string Login, IReadOnlyList<RoleReferenceDto> Roles, DateTime ClosesAt, bool CanBecomeAdministrator);
