namespace Platform.Kernel;

/// <summary>
/// A rule was broken: problem details with status 422 and this stable code (ABP: BusinessException). The text is the resource
/// entry of the same name in the module that the code's prefix names, with {placeholders} filled from the data.
/// </summary>
public class BusinessException(string code, Exception? innerException = null) : Exception(code, innerException)
{
    /// <summary>Stable, prefixed with the module: "Sepa:IbanCheckDigits".</summary>
    public string Code { get; } = code;

    /// <summary>Adds a value for the text: the offending value, the place, the limit. Never a secret.</summary>
    public BusinessException WithData(string name, object? value)
    {
        Data[name] = value;
        return this;
    }
}

/// <summary>The thing does not exist in the current company: status 404, the same answer as for another company's thing.</summary>
public sealed class EntityNotFoundException() : BusinessException("Platform:NotFound");

/// <summary>
/// An address that opens nothing, for whoever holds it: status 410 where something stood there, else 404. People see at that address
/// what the code's texts say ("{code}:Title", "{code}", "{code}:Todo") and nothing else; it tells nothing of what it led to.
/// </summary>
/// <param name="code">Stable.</param>
/// <param name="existed">Something stood there once.</param>
/// <param name="renewPath">Page where the holder can ask for another; null for none.</param>
public sealed class DeadLinkException(string code, bool existed, string? renewPath = null) : BusinessException(code)
{
    /// <summary>Something stood there once.</summary>
    public bool Existed { get; } = existed;

    /// <summary>Page where the holder can ask for another; null for none.</summary>
    public string? RenewPath { get; } = renewPath;
}

/// <summary>The person lacks a permission: status 403.</summary>
public sealed class PermissionDeniedException(string permission) : BusinessException("Platform:PermissionDenied")
{
    /// <summary>The permission that was asked for.</summary>
    public string Permission { get; } = permission;
}

/// <summary>Input was refused: status 400 with every error at its place. Nothing was stored.</summary>
public sealed class InputException(params IReadOnlyList<FieldError> errors) : BusinessException("Platform:InvalidInput")
{
    /// <summary>At least one.</summary>
    public IReadOnlyList<FieldError> Errors { get; } = errors;
}

/// <summary>One refused value.</summary>
/// <param name="Field">Name of the property or column, as in the request.</param>
/// <param name="Code">Stable error code, also the key of its text.</param>
/// <param name="Value">The value as it came, cut to 100 characters; null for secrets.</param>
/// <param name="Line">Line of the file, from 1; null outside files.</param>
public sealed record FieldError(string Field, string Code, string? Value = null, int? Line = null);
