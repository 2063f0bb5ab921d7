using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Accounting.Web;

[Authorize(AccountingPermissions.Bookings.Default)]
internal sealed class BookingsModel(
    IBookingAppService bookings, IPermissionChecker permissions, IUnitOfWork unitOfWork, IPlatformTexts platformTexts, IStringLocalizer<AccountingResource> texts) : PlatformPageModel
{
    public const string ListId = "booking-list";

    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public PagedResult<BookingDto> Bookings { get; private set; } = new([], null);

    public IReadOnlyList<BookingImportDto> Imports { get; private set; } = [];

    public bool CanImport { get; private set; }

    public string UrlOf(string? cursor) => this.Link("bookings", ("search", Search), ("cursor", cursor));

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        return IsHtmx(ListId) ? Partial("_BookingTable", this) : Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        if (Upload is null)
            throw new InputException(new FieldError(nameof(Upload), AccountingErrorCodes.Required));
        await using var content = Upload.OpenReadStream();
        try
        {
            var made = await bookings.ImportAsync(Upload.FileName, content, cancellationToken);
            Notify(texts["Bookings:Imported", made.Added, made.Changed, made.Unchanged, made.Documents]);
            return this.Go("bookings");
        }
        catch (InputException refused)
        {
            return await RefuseAsync(refused, cancellationToken);
        }
    });

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        Bookings = await bookings.GetListAsync(new GetBookingsInput(Search, Cursor), aborted);
        Imports = await bookings.GetImportsAsync(aborted);
        CanImport = await permissions.IsGrantedAsync(AccountingPermissions.Bookings.Import, aborted);
    }

    // What is wrong with a file is said with line, column and value, beside the field.
    private async Task<IActionResult> RefuseAsync(InputException refused, CancellationToken cancellationToken)
    {
        await unitOfWork.RollbackAsync(cancellationToken);
        foreach (var error in refused.Errors)
        {
            var text = platformTexts.Get(error.Code);
            ModelState.AddModelError(nameof(Upload), error.Line is { } line ? texts["Bookings:AtLine", line, error.Field, error.Value ?? "", text] : text);
        }

        return await ReloadAsync();
    }
}
