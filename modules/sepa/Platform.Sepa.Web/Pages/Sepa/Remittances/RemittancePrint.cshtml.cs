using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

/// <summary>A remittance with its orders, to be printed.</summary>
[Authorize(SepaPermissions.Remittances.Default)]
internal sealed class RemittancePrintModel(IRemittanceAppService remittances) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public RemittanceDto Remittance { get; private set; } = null!;

    public PagedResult<RemittanceLineDto> Lines { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Remittance = await remittances.GetAsync(Id, cancellationToken);
        Lines = await PrintedRows.ReadAsync(cursor => remittances.GetLinesAsync(Id, new GetRemittanceLinesInput(Cursor: cursor, PageSize: PrintedRows.PageSize), cancellationToken));
    }
}
