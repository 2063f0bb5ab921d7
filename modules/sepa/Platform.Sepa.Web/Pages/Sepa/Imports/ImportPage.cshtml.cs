using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Imports.Default)]
internal sealed class ImportPageModel(IImportAppService imports, IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Values { get; set; } = [];

    [BindProperty]
    public ReadingInput Reading { get; set; } = new();

    [BindProperty]
    public bool AcceptSameFile { get; set; }

    public ImportBatchDto Import { get; private set; } = null!;

    public PagedResult<ImportRowDto> Rows { get; private set; } = new([], null);

    public IReadOnlyList<ImportFieldDto> Fields { get; private set; } = [];

    public bool IsStaged => Import.Status == ImportStatus.Staged;

    /// <summary>Says itself how it is read; its rows have places instead of lines.</summary>
    public bool IsPaymentFile => Import.Format is ImportFormat.Pain001 or ImportFormat.Pain008;

    public bool HoldsMandates => Import is { Format: ImportFormat.Pain008, Kind: ImportKind.Collections } and not { Status: ImportStatus.Discarded };

    public IReadOnlyList<ImportField> ShownFields => Import.Kind switch
    {
        ImportKind.Mandates => [ImportField.MandateReference, ImportField.DebtorName, ImportField.DebtorIban, ImportField.SignedOn],
        ImportKind.Collections => [ImportField.MandateReference, ImportField.Amount, ImportField.CollectionDate, ImportField.EndToEndId],
        _ => [ImportField.CreditorName, ImportField.CreditorIban, ImportField.Amount, ImportField.ExecutionDate],
    };

    public IReadOnlyList<SelectListItem> DecimalSigns => Presentation.Options<DecimalSign>(texts);

    public IReadOnlyList<SelectListItem> Delimiters => [.. ImportLimits.Delimiters.Select(d => new SelectListItem(d == "\t" ? texts["Delimiter:Tab"] : d, d))];

    public IReadOnlyList<SelectListItem> Encodings => [.. ImportLimits.Encodings.Select(e => new SelectListItem(e.ToUpperInvariant(), e))];

    public string UrlOf(string? show, string? cursor = null) => this.Link($"imports/{Id}", ("show", show), ("cursor", cursor));

    public string PostUrl(string handler, Guid? row = null) => this.Link($"imports/{Id}", ("handler", handler), ("row", row), ("show", Show), ("cursor", Cursor));

    public string LabelOf(ImportField field) => Fields.FirstOrDefault(f => f.Field == field)?.Label ?? field.ToString();

    /// <summary>The fields a person needs to correct a row: the wrong ones, or all where the row as a whole is unreadable.</summary>
    public IEnumerable<ImportField> FieldsToCorrect(ImportRowDto row)
    {
        var errors = row.Findings.Where(f => f.Severity == FindingSeverity.Error).ToList();
        var wrong = errors.Select(f => f.Field).OfType<ImportField>().Distinct().Where(Import.Mapping.ContainsKey).ToList();
        return errors.Any(f => f.Field is null) || wrong.Count == 0 ? Import.Mapping.OrderBy(m => m.Value).Select(m => m.Key) : wrong;
    }

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnGetFailedRowsAsync(CancellationToken cancellationToken) => HandOutAsync(async () =>
    {
        var import = await imports.GetAsync(Id, cancellationToken);
        var content = await TemporaryFile.FillAsync(stream => imports.WriteFailedRowsAsync(Id, stream, cancellationToken));
        return File(content, "text/csv; charset=utf-8", $"{Path.GetFileNameWithoutExtension(import.FileName)}-{texts["Imports:FailedSuffix"].Value}.csv");
    }, $"imports/{Id}");

    public Task<IActionResult> OnPostCorrectAsync(Guid row, CancellationToken cancellationToken) => ChangeAsync(async () =>
    {
        var values = Values.ToDictionary(v => Enum.Parse<ImportField>(v.Key), v => v.Value);
        var corrected = await imports.CorrectRowAsync(Id, row, new CorrectRowDto(values), cancellationToken);
        return corrected.State == ImportRowState.Invalid ? texts["Imports:StillWrong", corrected.Line] : texts["Imports:Corrected", corrected.Line];
    });

    public Task<IActionResult> OnPostSkipAsync(Guid row, CancellationToken cancellationToken) =>
        ChangeAsync(async () => texts["Imports:Skipped", (await imports.SkipRowAsync(Id, row, skip: true, cancellationToken)).Line]);

    public Task<IActionResult> OnPostUnskipAsync(Guid row, CancellationToken cancellationToken) =>
        ChangeAsync(async () => texts["Imports:Unskipped", (await imports.SkipRowAsync(Id, row, skip: false, cancellationToken)).Line]);

    public Task<IActionResult> OnPostSkipInvalidAsync(CancellationToken cancellationToken) => ChangeAsync(async () =>
    {
        await imports.SkipInvalidRowsAsync(Id, cancellationToken);
        return texts["Imports:SkippedAll"];
    });

    public Task<IActionResult> OnPostRevalidateAsync(CancellationToken cancellationToken) => ChangeAsync(async () =>
    {
        await imports.RevalidateAsync(Id, cancellationToken);
        return texts["Imports:Revalidated"];
    });

    public Task<IActionResult> OnPostRereadAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await imports.RereadAsync(Id, Reading.ToDto(), cancellationToken);
        Notify(texts["Imports:Reread"]);
        return this.Go($"imports/{Id}");
    });

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var result = await imports.ConfirmAsync(Id, new ConfirmImportDto(AcceptSameFile), cancellationToken);
        Notify(texts.Count("Imports:Confirmed", result.Imported));
        return this.Go($"imports/{Id}");
    });

    public Task<IActionResult> OnPostUndoAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var undone = await imports.UndoAsync(Id, cancellationToken);
        Notify(texts.Count("Imports:Undone", undone.ValidRows));
        return this.Go($"imports/{Id}");
    });

    public Task<IActionResult> OnPostMandatesAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var mandates = await imports.StageMandatesAsync(Id, cancellationToken);
        return this.Go($"imports/{mandates.Id}");
    });

    public Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await imports.DiscardAsync(Id, cancellationToken);
        Notify(texts["Imports:Discarded"]);
        return this.Go("imports");
    });

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        Import = await imports.GetAsync(Id, aborted);
        Fields = imports.GetFields(Import.Kind);
        Show ??= Import is { Status: ImportStatus.Staged, InvalidRows: > 0 } ? "wrong" : "all";
        var state = Show switch { "wrong" => ImportRowState.Invalid, "skipped" => ImportRowState.Skipped, _ => (ImportRowState?)null };
        Rows = await imports.GetRowsAsync(Id, new GetImportRowsInput(state, Show == "remarks", Cursor), aborted);
        Reading = ReadingInput.Of(Import);
    }

    // htmx takes the rows and the summary out of the whole page; without it the page is read again.
    private Task<IActionResult> ChangeAsync(Func<Task<LocalizedString>> change) => TryAsync(async () =>
    {
        var notice = await change();
        if (!Request.Headers.ContainsKey("HX-Request"))
        {
            Notify(notice);
            return LocalRedirect(UrlOf(Show));
        }

        ModelState.Clear();
        Cursor = null;
        await OnReloadAsync();
        return Page();
    });
}
