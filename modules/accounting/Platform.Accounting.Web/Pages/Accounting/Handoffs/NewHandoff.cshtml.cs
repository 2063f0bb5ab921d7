using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Accounting.Web;

/// <summary>
/// A handoff before it is made: what it holds, to whom it goes and how long its link lasts. A list of documents posts the ids that
/// were chosen to its Preview.
/// </summary>
[Authorize(AccountingPermissions.Handoffs.Send)]
internal sealed class NewHandoffModel(IHandoffAppService handoffs, IStringLocalizer<AccountingResource> texts) : PlatformPageModel
{
    public const string PreviewId = "handoff-preview";

    [BindProperty]
    public NewHandoffInput Input { get; set; } = new();

    public HandoffPreviewDto Preview { get; private set; } = null!;

    /// <summary>The handoff that these are late additions to.</summary>
    public HandoffDto? Base { get; private set; }

    public int Count => Preview.Types.Sum(t => t.Count);

    public bool CanMake => Preview.Recipient is not null && Count > 0;

    public Task OnGetAsync([FromQuery(Name = "base")] Guid? baseId)
    {
        Input = new NewHandoffInput { Key = Guid.CreateVersion7(), BaseId = baseId };
        return OnReloadAsync();
    }

    public async Task<IActionResult> OnPostPreviewAsync(List<Guid> ids)
    {
        if (ids.Count > 0)
            Input.DocumentIds = ids;
        if (Input.Key == Guid.Empty)
            Input.Key = Guid.CreateVersion7();
        ModelState.Clear();
        await OnReloadAsync();
        return IsHtmx(PreviewId) ? Partial("_HandoffPreview", this) : Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var made = await handoffs.CreateAsync(new CreateHandoffDto(Input.Key, Input.Choice, Input.LinkDays, Input.Message, Input.BaseId), cancellationToken);
        Notify(made.Recipient.Email.Length > 0 ? texts["NewHandoff:Sent", made.Head.Number, made.Recipient.Email] : texts["NewHandoff:Made", made.Head.Number]);
        return LocalRedirect(this.Link($"handoffs/{made.Head.Id}"));
    });

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        Base = Input.BaseId is { } id ? await handoffs.GetAsync(id, aborted) : null;
        try
        {
            Preview = await handoffs.PreviewAsync(Input.Choice, aborted);
        }
        catch (InputException e)
        {
            // Beside what can be handed over it says what cannot.
            AddErrors(e);
            Preview = await handoffs.PreviewAsync(new HandoffChoice(), aborted) with { Types = [], FirstUpload = null, LastUpload = null };
        }

        if (Input.LinkDays is null)
        {
            ModelState.Remove("Input.LinkDays");
            Input.LinkDays = Preview.DefaultDays;
        }
    }

    private void AddErrors(InputException refusal)
    {
        // After a refused attempt they stand there already.
        if (!ModelState.IsValid)
            return;
        foreach (var error in refusal.Errors.Take(10))
            ModelState.AddModelError(error.Field == nameof(Input.To) ? "Input.To" : "", texts[error.Code].Value.Replace("{value}", error.Value, StringComparison.Ordinal));
    }
}

internal sealed class NewHandoffInput
{
    /// <summary>Made with the page: whoever sends it twice makes one handoff.</summary>
    public Guid Key { get; set; }

    public Guid? BaseId { get; set; }

    public List<Guid> DocumentIds { get; set; } = [];

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public int? LinkDays { get; set; }

    public string? Message { get; set; }

    public HandoffChoice Choice => new(DocumentIds.Count > 0 ? DocumentIds : null, From, To);
}
