using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Creditor accounts of the current company (SEP-01, SEP-08).</summary>
public interface ICreditorAccountAppService : IApplicationService
{
    /// <summary>All accounts by name.</summary>
    Task<IReadOnlyList<CreditorAccountDto>> GetListAsync(CancellationToken cancellationToken = default);

    /// <summary>One account.</summary>
    /// <exception cref="EntityNotFoundException">Not in this company.</exception>
    Task<CreditorAccountDto> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Adds an account, to be approved by somebody else.</summary>
    /// <exception cref="InputException">Every wrong field with its code.</exception>
    Task<CreditorAccountDto> CreateAsync(SaveCreditorAccountDto input, CancellationToken cancellationToken = default);

    /// <summary>Changes an account; it must be approved again unless only its name changed.</summary>
    /// <exception cref="InputException">Every wrong field with its code.</exception>
    Task<CreditorAccountDto> UpdateAsync(Guid id, SaveCreditorAccountDto input, CancellationToken cancellationToken = default);

    /// <summary>Approves the data as read; refused for the last editor (Sepa:FourEyes).</summary>
    /// <exception cref="FreshProofRequiredException">The last proof is too old.</exception>
    Task<CreditorAccountDto> ApproveAsync(Guid id, Guid concurrencyStamp, CancellationToken cancellationToken = default);

    /// <summary>Ends its use. Open remittances on it can no longer be approved.</summary>
    Task<CreditorAccountDto> CloseAsync(Guid id, Guid concurrencyStamp, CancellationToken cancellationToken = default);
}
