using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Which site passkeys are for: the configured address of this installation, whatever a request says about itself.</summary>
internal sealed class PasskeySite(IConfiguration configuration) : ISingletonDependency
{
    private const string Required = "required";

    /// <summary>Browsers bind passkeys to names; there are none for a bare network address.</summary>
    public bool IsAvailable => Root is not null;

    /// <summary>For Identity's handler, which with these options reads nothing from it.</summary>
    public static HttpContext NoRequest => new DefaultHttpContext();

    private Uri? Root =>
        Uri.TryCreate(configuration["App:BaseUrl"], UriKind.Absolute, out var root) && root.HostNameType == UriHostNameType.Dns ? root : null;

    private string? Origin => Root is { } root ? $"{root.Scheme}://{root.IdnHost}{(root.IsDefaultPort ? "" : $":{root.Port}")}" : null;

    public void RequireAvailable()
    {
        if (!IsAvailable)
            throw new BusinessException(IdentityErrorCodes.PasskeysUnavailable);
    }

    public void Configure(IdentityPasskeyOptions options)
    {
        // Empty is nobody's domain; null would be the one the request names.
        options.ServerDomain = Root?.IdnHost ?? "";
        options.UserVerificationRequirement = Required;
        options.ResidentKeyRequirement = Required;
        options.AttestationConveyancePreference = "none";
        options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == Origin);
    }
}
