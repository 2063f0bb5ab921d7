using Platform.Kernel;

namespace Platform.Signing;

/// <summary>Texts of the Signing module: permissions, errors, pages.</summary>
[LocalizationResourceName("Signing")]
public sealed class SigningResource;
