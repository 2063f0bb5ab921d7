using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Ledger;

/// <summary>Where the accounting package sends people back: one address for all companies, as it is registered there.</summary>
[Authorize(PlatformPolicies.SignedIn)]
[OpenToLimitedSessions]
internal sealed class CallbackModel(
    ConnectFlow flow, ConnectStates states, IOptions<LedgerOptions> options, IUnitOfWork unitOfWork, IAuditLog audit, IPlatformTexts platformTexts,
    IStringLocalizer<LedgerResource> texts)
    : PlatformPageModel
{
    public string Code { get; private set; } = "";

    public string Message { get; private set; } = "";

    /// <summary>The company's page; null where the answer does not say whose it is.</summary>
    public string? Back { get; private set; }

    public async Task<IActionResult> OnGetAsync(AuthorizationResponse response, CancellationToken cancellationToken)
    {
        if (!options.Value.IsConfigured)
            throw new EntityNotFoundException();
        try
        {
            var state = states.Open(response.State, BrowserCookie.Read(Request));
            BrowserCookie.Delete(Response);
            Back = $"/t/{state.Company}/{LedgerConnector.Path}";
            Notify(texts["Connect:Done", await flow.FinishAsync(state, response, cancellationToken)]);
            return LocalRedirect(Back);
        }
        catch (BusinessException e) when (e is not EntityNotFoundException and not PermissionDeniedException)
        {
            await unitOfWork.RollbackAsync(cancellationToken);
            audit.Add("Ledger.Connection.Refused", null, null, new AuditChange("Reason", null, e.Code));
            (Code, Message) = (e.Code, platformTexts.Get(e.Code, e.Data));
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
    }
}
