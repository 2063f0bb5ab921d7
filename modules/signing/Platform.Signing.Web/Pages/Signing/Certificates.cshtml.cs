using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;

namespace Platform.Signing.Web;

[Authorize(SigningPermissions.Certificates)]
internal sealed class CertificatesModel(ISigningCertificateAppService service, IStringLocalizer<SigningResource> texts) : PlatformPageModel
{
    private const int LargestFile = 65_536;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public IReadOnlyList<SigningCertificateDto> Certificates { get; private set; } = [];

    public bool IssuesDemonstration => service.IssuesDemonstration;

    public bool HasDemonstration => Certificates.Any(c => c.IsDemonstration);

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => DoAsync(
        async () => await service.UploadAsync(await Upload.ReadAsync(nameof(Upload), LargestFile, cancellationToken), Password, cancellationToken), "Signing:Added");

    public Task<IActionResult> OnPostDemonstrationAsync(CancellationToken cancellationToken) =>
        DoAsync(() => service.IssueDemonstrationAsync(cancellationToken), "Signing:Added");

    public Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken) =>
        DoAsync(() => service.RemoveAsync(id, cancellationToken), "Signing:Removed");

    public async Task<IActionResult> OnGetAuthorityAsync(CancellationToken cancellationToken) =>
        await service.GetAuthorityAsync(cancellationToken) is { } pem ? File(System.Text.Encoding.ASCII.GetBytes(pem), "application/x-pem-file", "demonstration-authority.pem") : NotFound();

    protected override async Task OnReloadAsync() => Certificates = await service.GetListAsync(HttpContext.RequestAborted);

    private Task<IActionResult> DoAsync(Func<Task> act, string notice) => TryAsync(async () =>
    {
        await act();
        Notify(texts[notice]);
        return LocalRedirect(this.Link("signing"));
    });
}
