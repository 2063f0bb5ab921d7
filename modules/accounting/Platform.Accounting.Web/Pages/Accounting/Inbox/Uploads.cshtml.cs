using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Accounting.Web;

/// <summary>Uploads for the script of the inbox: the same use cases as the API's, answered as JSON, with the token of the page in a header.</summary>
[Authorize(AccountingPermissions.Documents.Edit)]
[RequestSizeLimit(DocumentLimits.ChunkBytes)]
internal sealed class UploadsModel(IDocumentUploadAppService uploads, IUnitOfWork unitOfWork, IPlatformTexts texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => AnswerAsync(() => uploads.GetAsync(Id, cancellationToken));

    public Task<IActionResult> OnPostAsync([FromForm] string? name, [FromForm] long size, [FromForm] DocumentType type, CancellationToken cancellationToken) =>
        AnswerAsync(() => uploads.StartAsync(new StartUploadInput(name ?? "", size, type), cancellationToken));

    public Task<IActionResult> OnPutAsync([FromQuery] long offset, CancellationToken cancellationToken) =>
        AnswerAsync(() => uploads.WriteAsync(Id, offset, Request.Body, cancellationToken));

    public Task<IActionResult> OnPostCompleteAsync([FromQuery] bool keepDuplicate, CancellationToken cancellationToken) =>
        AnswerAsync(() => uploads.CompleteAsync(Id, new CompleteUploadInput(keepDuplicate), cancellationToken));

    public Task<IActionResult> OnDeleteAsync(CancellationToken cancellationToken) => AnswerAsync(async () =>
    {
        await uploads.DiscardAsync(Id, cancellationToken);
        return new object();
    });

    private async Task<IActionResult> AnswerAsync<T>(Func<Task<T>> act)
    {
        try
        {
            var answer = await act();
            await unitOfWork.CompleteAsync(HttpContext.RequestAborted);
            return new JsonResult(answer);
        }
        catch (Exception e) when (e is BusinessException and not (EntityNotFoundException or PermissionDeniedException or TenantRefusedException) || IsConflict(e))
        {
            await unitOfWork.RollbackAsync(HttpContext.RequestAborted);
            return Refuse(e);
        }
    }

    private JsonResult Refuse(Exception e) => e switch
    {
        InputException input => new JsonResult(new { input.Errors[0].Code, Message = texts.Get(input.Errors[0].Code) }) { StatusCode = 400 },
        BusinessException business => new JsonResult(new { business.Code, Message = texts.Get(business.Code, business.Data) }) { StatusCode = 422 },
        _ => new JsonResult(new { Code = "Platform:Conflict", Message = texts.Get("Platform:Conflict") }) { StatusCode = 409 },
    };
}
