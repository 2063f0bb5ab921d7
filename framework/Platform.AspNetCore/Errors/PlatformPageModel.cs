using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>Base of every page (ABP: AbpPageModel).</summary>
public abstract class PlatformPageModel : PageModel
{
    internal const string NoticeKey = "Platform.Notice";
    private const string ConfirmPath = "~/account/confirm";

    /// <summary>The current company; only on pages below a company's route.</summary>
    protected TenantInfo Tenant =>
        HttpContext.RequestServices.GetRequiredService<ICurrentTenant>().Tenant ?? throw new InvalidOperationException("This page has no company in its route.");

    /// <summary>
    /// Runs a use case and commits it. A refusal undoes everything, shows its texts beside the fields they concern (or above the form)
    /// and renders the page again with status 422.
    /// </summary>
    protected async Task<IActionResult> TryAsync(Func<Task<IActionResult>> action)
    {
        var unitOfWork = HttpContext.RequestServices.GetRequiredService<IUnitOfWork>();
        try
        {
            var result = await action();
            await unitOfWork.CompleteAsync(HttpContext.RequestAborted);
            return result;
        }
        catch (FreshProofRequiredException)
        {
            await unitOfWork.RollbackAsync(HttpContext.RequestAborted);
            return Confirm(Here());
        }
        catch (Exception e) when (e is DbUpdateException or BusinessException and not (EntityNotFoundException or DeadLinkException or PermissionDeniedException or TenantRefusedException))
        {
            await unitOfWork.RollbackAsync(HttpContext.RequestAborted);
            AddErrors(e);
        }

        return await ReloadAsync();
    }

    /// <summary>
    /// Hands out what needs a fresh proof. Without one it leads to the confirmation, and from there to the page that offers it: a browser that
    /// only gets a file stays where it is.
    /// </summary>
    /// <param name="action">Makes the answer.</param>
    /// <param name="page">Below the current company's root.</param>
    protected async Task<IActionResult> HandOutAsync(Func<Task<IActionResult>> action, string page)
    {
        try
        {
            return await action();
        }
        catch (FreshProofRequiredException)
        {
            return Confirm(Url.Content($"~{TenantUrl(page)}"));
        }
    }

    /// <summary>Whether somebody else changed the same meanwhile, so that nothing was saved.</summary>
    protected static bool IsConflict(Exception exception) => exception is DbUpdateException;

    /// <summary>Renders the page again with what ModelState says, status 422.</summary>
    protected async Task<IActionResult> ReloadAsync()
    {
        await OnReloadAsync();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>Loads what the page shows besides its form; called before a refused form is rendered again.</summary>
    protected virtual Task OnReloadAsync() => Task.CompletedTask;

    /// <summary>Shows a short notice on the next page.</summary>
    protected void Notify(string text, string tone = "success") => TempData[NoticeKey] = $"{tone}|{text}";

    /// <summary>Whether htmx asks for the part with this id only.</summary>
    public bool IsHtmx(string target) => Request.Headers["HX-Request"] == "true" && Request.Headers["HX-Target"] == target;

    /// <summary>A path below the current company's root.</summary>
    public string TenantUrl(string path) => $"/t/{Tenant.Slug}/{path.TrimStart('/')}";

    private RedirectResult Confirm(string returnUrl) => Redirect(QueryHelpers.AddQueryString(Url.Content(ConfirmPath), "returnUrl", returnUrl));

    // Back to the page itself: what was sent to one of its handlers is sent again by hand.
    private string Here() => QueryHelpers.AddQueryString(
        Request.Path, Request.Query.Where(q => q.Key != "handler").Select(q => KeyValuePair.Create(q.Key, (string?)q.Value)));

    private void AddErrors(Exception exception)
    {
        var texts = HttpContext.RequestServices.GetRequiredService<IPlatformTexts>();
        if (exception is InputException input)
        {
            foreach (var error in input.Errors)
            {
                ModelState.AddModelError(KeyFor(error.Field), texts.Get(error));
            }

            return;
        }

        var code = exception is BusinessException business ? business.Code : "Platform:Conflict";
        ModelState.AddModelError(string.Empty, texts.Get(code, exception.Data));
    }

    // Forms bind to "Input": an error of "Name" belongs beside "Input.Name", not beside "Input.Contact.Name".
    private string KeyFor(string field) =>
        ModelState.Keys.Where(k => k.Equals(field, StringComparison.OrdinalIgnoreCase) || k.EndsWith($".{field}", StringComparison.OrdinalIgnoreCase))
            .MinBy(k => k.Length) ?? field;
}
