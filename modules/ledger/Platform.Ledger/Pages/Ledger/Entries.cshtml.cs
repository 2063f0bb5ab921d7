using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;
using Platform.Kernel;
using Platform.Vault;

namespace Platform.Ledger;

/// <summary>What the accounting package holds, read now with the person's own consent.</summary>
[Authorize(LedgerPermissions.Read)]
internal sealed class EntriesModel(IConsentAppService consents, LedgerClient ledger, IPlatformTexts texts) : PlatformPageModel
{
    public ConsentDto Consent { get; private set; } = null!;

    public IReadOnlyList<LedgerEntryDto> Entries { get; private set; } = [];

    /// <summary>Why nothing could be read; null when it could.</summary>
    public string? Refusal { get; private set; }

    public async Task OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Consent = await consents.GetAsync(id, cancellationToken);
        if (Consent.Provider != LedgerConnector.Provider)
            throw new EntityNotFoundException();
        try
        {
            Entries = await ledger.GetEntriesAsync(id, Consent.Account, cancellationToken);
        }
        catch (BusinessException refused) when (refused is not (EntityNotFoundException or PermissionDeniedException))
        {
            Refusal = texts.Get(refused.Code, refused.Data);
        }
    }
}
