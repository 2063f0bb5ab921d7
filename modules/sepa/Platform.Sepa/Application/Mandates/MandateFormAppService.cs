using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class MandateFormAppService(SepaDbContext db, MandateFormReader forms, IPermissionChecker permissions) : IMandateFormAppService
{
    public async Task<MandateFormDto> GetAsync(Guid mandateId, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Mandates.Default, cancellationToken);
        var mandate = await db.Mandates.AsNoTracking().SingleOrDefaultAsync(m => m.Id == mandateId, cancellationToken) ?? throw new EntityNotFoundException();
        return await forms.OfAsync(mandate, cancellationToken);
    }
}
