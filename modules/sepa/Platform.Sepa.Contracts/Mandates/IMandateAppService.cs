using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Mandates of the current company (SEP-02).</summary>
public interface IMandateAppService : IApplicationService
{
    /// <summary>A page of the list.</summary>
    Task<PagedResult<MandateListDto>> GetListAsync(GetMandatesInput input, CancellationToken cancellationToken = default);

    /// <summary>One mandate with its timeline.</summary>
    /// <exception cref="EntityNotFoundException">Not in this company.</exception>
    Task<MandateDto> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Adds a mandate: active when signed, else a draft.</summary>
    /// <exception cref="InputException">Every wrong field with its code, also Sepa:MandateReferenceTaken.</exception>
    Task<MandateDto> CreateAsync(SaveMandateDto input, CancellationToken cancellationToken = default);

    /// <summary>Changes a mandate that is not cancelled or expired.</summary>
    /// <exception cref="InputException">Every wrong field with its code.</exception>
    Task<MandateDto> UpdateAsync(Guid id, SaveMandateDto input, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gives an active or suspended mandate another reference or debtor account. Once a collection was issued, the next one tells the
    /// debtor's bank; several amendments before it are told as one.
    /// </summary>
    /// <exception cref="InputException">Every wrong field with its code, also Sepa:MandateReferenceTaken and Sepa:NothingAmended.</exception>
    Task<MandateDto> AmendAsync(Guid id, AmendMandateDto input, CancellationToken cancellationToken = default);

    /// <summary>Draft to active; needs a date of signature.</summary>
    Task<MandateDto> ActivateAsync(Guid id, DateOnly signedOn, Guid concurrencyStamp, CancellationToken cancellationToken = default);

    /// <summary>Active to suspended, for a reason.</summary>
    Task<MandateDto> SuspendAsync(Guid id, string reason, Guid concurrencyStamp, CancellationToken cancellationToken = default);

    /// <summary>Suspended to active.</summary>
    Task<MandateDto> ResumeAsync(Guid id, Guid concurrencyStamp, CancellationToken cancellationToken = default);

    /// <summary>Any living mandate to cancelled, for a reason; cannot be undone.</summary>
    Task<MandateDto> CancelAsync(Guid id, string reason, Guid concurrencyStamp, CancellationToken cancellationToken = default);
}
