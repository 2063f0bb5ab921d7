using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>What the company lets follow from bank answers.</summary>
public interface IBankAnswerSettingsAppService : IApplicationService
{
    /// <summary>For each reason of <see cref="SepaSettings.SuspendMandateOn"/> whether it suspends the mandate.</summary>
    Task<IReadOnlyList<MandateSuspensionDto>> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Chooses the reasons that suspend from now on; those left out do not. Needs the right to change mandates.</summary>
    /// <exception cref="InputException">Sepa:ListParameter: none of those reasons.</exception>
    Task SaveAsync(IReadOnlyCollection<string> reasons, CancellationToken cancellationToken = default);
}

/// <summary>A reason that may suspend a mandate.</summary>
/// <param name="Reason">In words.</param>
/// <param name="Suspends">It does in this company.</param>
public sealed record MandateSuspensionDto(BankReasonDto Reason, bool Suspends);
