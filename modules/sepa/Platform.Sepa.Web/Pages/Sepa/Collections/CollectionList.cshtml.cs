using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

/// <summary>The list of orders to be printed, or as a file.</summary>
[Authorize(SepaPermissions.Remittances.Default)]
internal sealed class CollectionListModel(ICollectionAppService collections, IRemittanceExportAppService exports) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public CollectionListFilter Filter { get; set; } = new();

    public PagedResult<CollectionDto> Collections { get; private set; } = new([], null);

    public OrderTotalDto Total { get; private set; } = new(0, 0);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Collections = await PrintedRows.ReadAsync(cursor => collections.GetListAsync((Filter with { Cursor = cursor }).ToInput(PrintedRows.PageSize), cancellationToken));
        Total = await collections.GetTotalAsync(Filter.ToInput(), cancellationToken);
    }

    public Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken) => HandOutAsync(async () =>
    {
        var content = await TemporaryFile.FillAsync(file => exports.WriteCollectionsAsync(Filter.ToInput(), file, cancellationToken));
        return File(content, OrderFileFormat.Csv.MediaType(), "orders.csv");
    }, $"collections{Request.QueryString}");
}
