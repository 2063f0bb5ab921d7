using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

/// <summary>Hands out the bank file with its signatures.</summary>
[Authorize(SepaPermissions.Remittances.Download)]
internal sealed class RemittancePackageModel(IRemittanceHandOverAppService handOvers) : PlatformPageModel
{
    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => HandOutAsync(async () =>
    {
        var package = await handOvers.OpenPackageAsync(id, cancellationToken);
        return File(await package.ZipAsync(cancellationToken), RemittancePackageFile.MediaType, package.Name());
    }, $"remittances/{id}");
}
