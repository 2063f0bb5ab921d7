using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Adds steps to the list that a new company begins with. A module implements this, and the scanner finds it.</summary>
public interface IFirstStepContributor : IScopedDependency
{
    /// <summary>Steps of the current company for the signed-in person, without those that the person may not take.</summary>
    Task<IReadOnlyList<FirstStep>> GetStepsAsync(CancellationToken cancellationToken = default);
}

/// <summary>Something to do in a new company.</summary>
/// <param name="TextKey">Key of its text, the resource first: "Sepa.FirstStep.Account".</param>
/// <param name="Path">Of the page where it is done, below the company: "settings/company"; with "/" before it, of the installation.</param>
/// <param name="Order">Ascending.</param>
/// <param name="IsDone">By what there is now.</param>
public sealed record FirstStep(string TextKey, string Path, int Order, bool IsDone);

/// <summary>The first steps of the current company. Needs <see cref="TenancyPermissions.Dashboard"/>.</summary>
public interface IFirstStepAppService : IApplicationService
{
    /// <summary>What is left to do and how long the trial lasts. Without steps where the company was not founded by a person, or they were put away.</summary>
    Task<FirstStepsDto> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Puts the list away for everybody. Needs <see cref="TenancyPermissions.Company.Edit"/>. Nothing happens the second time.</summary>
    Task PutAwayAsync(CancellationToken cancellationToken = default);
}

/// <summary>The list of a new company.</summary>
/// <param name="Steps">In order; empty when there is no list.</param>
/// <param name="TrialEndsAt">UTC; null when the company is not on trial.</param>
/// <param name="TrialDaysLeft">Whole days, a begun one counted; 0 when it is over.</param>
/// <param name="CanPutAway">Whether the person may put it away.</param>
public sealed record FirstStepsDto(IReadOnlyList<FirstStep> Steps, DateTime? TrialEndsAt, int TrialDaysLeft, bool CanPutAway);
