using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Sepa.Web;

/// <summary>Whom of a remittance has been told, on its page.</summary>
public sealed class RemittancePreNotificationsViewComponent(IPreNotificationAppService notifications, IPermissionChecker permissions, ICurrentTenant tenant) : ViewComponent
{
    /// <summary>One query of counts.</summary>
    public async Task<IViewComponentResult> InvokeAsync(Guid remittance) => View(
        "~/Pages/Sepa/PreNotifications/_RemittancePreNotifications.cshtml",
        new RemittancePreNotifications(
            remittance, $"~/t/{tenant.Tenant!.Slug}/pre-notifications", await notifications.GetSummaryAsync(remittance, HttpContext.RequestAborted),
            await permissions.IsGrantedAsync(SepaPermissions.Remittances.Create, HttpContext.RequestAborted)));
}

/// <param name="Remittance">Key.</param>
/// <param name="Root">Address of the list.</param>
/// <param name="Summary">Counts.</param>
/// <param name="CanAct">May plan and send.</param>
internal sealed record RemittancePreNotifications(Guid Remittance, string Root, PreNotificationSummaryDto Summary, bool CanAct)
{
    public string Of(PreNotificationState? state) => $"{Root}?remittance={Remittance}{(state is null ? "" : $"&state={state}")}";
}
