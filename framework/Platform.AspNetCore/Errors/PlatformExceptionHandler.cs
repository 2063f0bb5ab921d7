using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>
/// Turns exceptions into answers: problem details with a stable code and a localised text for the API, a status page for people.
/// Never shows what an unexpected exception says.
/// </summary>
internal sealed class PlatformExceptionHandler(IPlatformTexts texts, IProblemDetailsService problems, ILogger<PlatformExceptionHandler> logger)
    : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, code) = Classify(exception);
        httpContext.Response.StatusCode = status;
        if (status == StatusCodes.Status500InternalServerError)
        {
            // Since .NET 10 the middleware leaves this to whoever handles the exception.
            logger.LogError(exception, "Unexpected failure of {Method} {Endpoint}", httpContext.Request.Method, httpContext.GetEndpoint()?.DisplayName);
        }

        if (!ApiRequests.IsApi(httpContext))
        {
            return true;
        }

        var problem = new ProblemDetails { Status = status, Title = texts.Get(code, (exception as BusinessException)?.Data), Type = $"urn:platform:error:{code}" };
        problem.Extensions["code"] = code;
        if (exception is InputException input)
        {
            problem.Extensions["errors"] = input.Errors.Select(e => new { e.Field, e.Code, e.Value, e.Line, Message = texts.Get(e) }).ToArray();
        }

        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }

    internal static (int Status, string Code) Classify(Exception exception) => exception switch
    {
        EntityNotFoundException e => (StatusCodes.Status404NotFound, e.Code),
        DeadLinkException e => (e.Existed ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound, e.Code),
        FreshProofRequiredException e => (StatusCodes.Status403Forbidden, e.Code),
        PermissionDeniedException e => (StatusCodes.Status403Forbidden, e.Code),
        TenantRefusedException e => (StatusCodes.Status403Forbidden, e.Code),
        InputException e => (StatusCodes.Status400BadRequest, e.Code),
        BusinessException e => (StatusCodes.Status422UnprocessableEntity, e.Code),
        DbUpdateException => (StatusCodes.Status409Conflict, "Platform:Conflict"),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (StatusCodes.Status413PayloadTooLarge, "Platform:TooLarge"),
        BadHttpRequestException e => (e.StatusCode, "Platform:BadRequest"),
        _ => (StatusCodes.Status500InternalServerError, "Platform:Unexpected"),
    };
}

internal static class FieldErrorTexts
{
    /// <summary>The text of one refused value.</summary>
    public static string Get(this IPlatformTexts texts, FieldError error) => texts.Get(
        error.Code,
        new Dictionary<string, object?> { ["value"] = error.Value, ["field"] = error.Field, ["column"] = error.Field, ["line"] = error.Line });
}
