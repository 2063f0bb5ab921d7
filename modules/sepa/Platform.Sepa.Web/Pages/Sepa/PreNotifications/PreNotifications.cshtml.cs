using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Remittances.Default)]
internal sealed class PreNotificationsModel(IPreNotificationAppService notifications, IPermissionChecker permissions, IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    public const string ListId = "pre-notification-list";

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public PreNotificationState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Late { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Remittance { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public PreNotificationWay? Way { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    public PagedResult<PreNotificationDto> Notifications { get; private set; } = new([], null);

    public OrderTotalDto Total { get; private set; } = new(0, 0);

    public PreNotificationSummaryDto Summary { get; private set; } = new(false, new Dictionary<PreNotificationState, int>(), 0);

    public bool CanAct { get; private set; }

    public IStringLocalizer<SepaResource> Texts => texts;

    public bool IsFiltered => !string.IsNullOrEmpty(Q) || State is not null || Late || Remittance is not null;

    public string UrlOf(string? cursor) => this.Link("pre-notifications", [.. Filter, ("cursor", cursor)]);

    public string PostUrl(string handler, Guid id) => this.Link("pre-notifications", [("handler", handler), ("id", id), .. Filter, ("cursor", Cursor)]);

    public static bool CanSend(PreNotificationDto notification) =>
        notification.State is PreNotificationState.Failed or PreNotificationState.NoAddress or PreNotificationState.Sent or PreNotificationState.ToldOtherwise;

    public static bool CanTell(PreNotificationDto notification) =>
        notification.State is PreNotificationState.Failed or PreNotificationState.NoAddress or PreNotificationState.Planned or PreNotificationState.Sending;

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        return IsHtmx(ListId) ? Partial("_PreNotificationTable", this) : Page();
    }

    public Task<IActionResult> OnPostSendAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(() => notifications.SendAsync(id, new SendPreNotificationDto(Email), cancellationToken), "PreNotifications:IsSending", UrlOf(Cursor));

    public Task<IActionResult> OnPostToldAsync(Guid id, CancellationToken cancellationToken) =>
        ActAsync(() => notifications.ToldOtherwiseAsync(new ToldOtherwiseDto([id], Way, On), cancellationToken), "PreNotifications:IsTold", UrlOf(Cursor));

    public Task<IActionResult> OnPostPlanAsync(Guid remittance, CancellationToken cancellationToken) =>
        ActAsync(() => notifications.PlanAsync(remittance, cancellationToken), "PreNotifications:Planned", this.Link($"remittances/{remittance}"));

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        var input = new GetPreNotificationsInput(Remittance, State, Late, Q, Cursor);
        Notifications = await notifications.GetListAsync(input, aborted);
        Total = await notifications.GetTotalAsync(input, aborted);
        Summary = await notifications.GetSummaryAsync(cancellationToken: aborted);
        CanAct = await permissions.IsGrantedAsync(SepaPermissions.Remittances.Create, aborted);
    }

    private (string Name, object? Value)[] Filter => [("q", Q), ("state", State), ("late", Late), ("remittance", Remittance)];

    private Task<IActionResult> ActAsync(Func<Task> act, string notice, string next) => TryAsync(async () =>
    {
        await act();
        Notify(texts[notice]);
        return LocalRedirect(next);
    });
}
