using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

/// <summary>The list of remittances to be printed, or as a file.</summary>
[Authorize(SepaPermissions.Remittances.Default)]
internal sealed class RemittanceListModel(IRemittanceAppService remittances, IRemittanceExportAppService exports) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public RemittanceListFilter Filter { get; set; } = new();

    public PagedResult<RemittanceListDto> Remittances { get; private set; } = new([], null);

    public RemittanceTotalDto Total { get; private set; } = new(0, 0, 0);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Remittances = await PrintedRows.ReadAsync(cursor => remittances.GetListAsync((Filter with { Cursor = cursor }).ToInput(PrintedRows.PageSize), cancellationToken));
        Total = await remittances.GetTotalAsync(Filter.ToInput(), cancellationToken);
    }

    public Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken) => HandOutAsync(async () =>
    {
        var content = await TemporaryFile.FillAsync(file => exports.WriteRemittancesAsync(Filter.ToInput(), file, cancellationToken));
        return File(content, OrderFileFormat.Csv.MediaType(), "remittances.csv");
    }, $"remittances{Request.QueryString}");
}
