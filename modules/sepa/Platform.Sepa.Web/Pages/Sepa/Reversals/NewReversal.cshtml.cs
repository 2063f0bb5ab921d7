using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Reversals.Create)]
internal sealed class NewReversalModel(IReversalAppService reversals, ICollectionAppService collections, IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true, Name = "collection")]
    public Guid CollectionId { get; set; }

    [BindProperty]
    public ReversalReason? Reason { get; set; }

    public CollectionDto Collection { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Reasons => Presentation.Options<ReversalReason>(texts, texts["Reversals:ChooseReason"]);

    public string BackUrl => this.Link("collections", ("q", Collection.EndToEndId), ("status", "all"));

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await reversals.CreateAsync(new CreateReversalsDto([CollectionId], Reason), cancellationToken);
        Notify(texts["Reversals:Made"]);
        return this.Go("reversals");
    });

    protected override async Task OnReloadAsync() => Collection = await collections.GetAsync(CollectionId, HttpContext.RequestAborted);
}
