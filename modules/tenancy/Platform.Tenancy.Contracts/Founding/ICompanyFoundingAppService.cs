using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>People found companies of their own, on trial until the operator confirms them.</summary>
public interface ICompanyFoundingAppService : IApplicationService
{
    /// <summary>Whether the installation lets people do so ("SignUp:Enabled").</summary>
    bool IsOpen { get; }

    /// <summary>Days of the trial ("SignUp:TrialDays", 0 to 365).</summary>
    int TrialDays { get; }

    /// <summary>Kinds of company that anybody may found.</summary>
    IReadOnlyList<TenantTypeDefinition> Types { get; }

    /// <summary>
    /// Founds a company of which the signed-in person becomes member and administrator, on trial from now on. Not with an API token and
    /// not in a session that is limited to companies. The slug of the input is ignored; without an e-mail address of its
    /// own, the person is the contact.
    /// </summary>
    /// <returns>The company's URL segment.</returns>
    /// <exception cref="InputException">
    /// Every refused field at once, among them VatNumber: Tenancy:Required for a firm, which clients find by it, and Tenancy:VatTaken.
    /// </exception>
    /// <exception cref="BusinessException">Tenancy:SignUpClosed; Tenancy:TooManyTrials with the most as {value}.</exception>
    Task<string> FoundAsync(CreateCompanyDto input, CancellationToken cancellationToken = default);
}
