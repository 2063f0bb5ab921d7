using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

/// <summary>Where a debtor signs a mandate; the token is the authority.</summary>
[AllowAnonymous]
internal sealed class SignMandateModel(IMandateSigningAppService signing) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public string? SignerName { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public bool IsAgreed { get; set; }

    /// <summary>Of what was shown, which is what is signed.</summary>
    [BindProperty]
    public string? ContentSha256 { get; set; }

    public MandateToSignDto Mandate { get; private set; } = null!;

    public SignedMandateDto? Signed { get; private set; }

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        Signed = await signing.SignAsync(Token, new SignMandateDto(SignerName, Place, IsAgreed, ContentSha256), cancellationToken);
        return Page();
    });

    protected override async Task OnReloadAsync()
    {
        Mandate = await signing.LookAsync(Token, HttpContext.RequestAborted);
        // After a change meanwhile the new text is shown, and signed the next time.
        ModelState.Remove(nameof(ContentSha256));
        ContentSha256 = Mandate.ContentSha256;
    }
}
