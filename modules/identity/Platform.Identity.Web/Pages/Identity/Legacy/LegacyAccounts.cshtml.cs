using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>For the operator: brings old logins in and shows how far companies are with them.</summary>
[Authorize(IdentityPermissions.LegacyAccounts.Import)]
internal sealed class LegacyAccountsModel(ILegacyImportAppService imports, IUnitOfWork unitOfWork, IPlatformTexts platformTexts, IStringLocalizer<IdentityResource> texts)
    : PlatformPageModel
{
    private const string Path = "legacy-accounts";

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public LegacyState? State { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Digest { get; set; }

    public LegacyImportDto? Result { get; private set; }

    public IReadOnlyList<LegacyProgressDto> Companies { get; private set; } = [];

    public IReadOnlyList<SelectListItem> States => LegacyStates.Options(texts, State);

    public string ReportUrl => $"{this.Link(Path)}?handler=Report&q={Uri.EscapeDataString(Q ?? "")}&state={State}";

    private LegacyProgressInput Filter => new(Q, State);

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        return IsHtmx("legacy-list") ? Partial("_LegacyProgress", this) : Page();
    }

    public Task<IActionResult> OnGetReportAsync(CancellationToken cancellationToken) => HandOutAsync(async () =>
    {
        using var file = new MemoryStream();
        await imports.WriteReportAsync(Filter, file, cancellationToken);
        return File(file.ToArray(), "text/csv; charset=utf-8", "legacy-accounts.csv");
    }, Path);

    public Task<IActionResult> OnPostCheckAsync(CancellationToken cancellationToken) => ReadAsync(async file =>
    {
        Result = await imports.CheckAsync(file, cancellationToken);
        await OnReloadAsync();
        return Page();
    }, cancellationToken);

    public Task<IActionResult> OnPostImportAsync(CancellationToken cancellationToken) => ReadAsync(async file =>
    {
        var done = await imports.ImportAsync(file, Digest, cancellationToken);
        Notify(texts["LegacyImport:Done", done.Added, done.Updated, done.Unchanged]);
        return LocalRedirect(this.Link(Path));
    }, cancellationToken);

    public Task<IActionResult> OnPostRemindAsync(Guid companyId, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        Notify(texts["LegacyImport:Reminded", await imports.RemindAsync(companyId, cancellationToken)]);
        return LocalRedirect(this.Link(Path));
    });

    /// <summary>An error in words, with its place.</summary>
    public string TextOf(FieldError error)
    {
        var text = platformTexts.Get(error.Code, new Dictionary<string, object?> { ["value"] = error.Value });
        return error.Line is { } line ? texts["LegacyImport:AtLine", line.ToString(CultureInfo.CurrentCulture), error.Field, text].Value : text;
    }

    protected override async Task OnReloadAsync() => Companies = await imports.GetProgressAsync(Filter, HttpContext.RequestAborted);

    private Task<IActionResult> ReadAsync(Func<Stream, Task<IActionResult>> read, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        if (Upload is null)
            throw new InputException(new FieldError(nameof(Upload), IdentityErrorCodes.Required));
        await using var file = Upload.OpenReadStream();
        try
        {
            return await read(file);
        }
        catch (InputException refused)
        {
            await unitOfWork.RollbackAsync(cancellationToken);
            Result = new LegacyImportDto(0, 0, 0, 0, refused.Errors, "");
            return await ReloadAsync();
        }
    });
}

internal static class LegacyStates
{
    public static IReadOnlyList<SelectListItem> Options(IStringLocalizer<IdentityResource> texts, LegacyState? chosen) =>
        [new(texts["Legacy:AllStates"], ""), .. Enum.GetValues<LegacyState>().Select(s => new SelectListItem(texts[$"Legacy:State:{s}"], s.ToString(), s == chosen))];

    public static Tone ToneOf(LegacyState state) => state switch
    {
        LegacyState.Done => Tone.Success,
        LegacyState.Closed => Tone.Neutral,
        LegacyState.InProgress => Tone.Info,
        _ => Tone.Warning,
    };
}
