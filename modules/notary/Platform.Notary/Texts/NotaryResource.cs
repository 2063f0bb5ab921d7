using Platform.Kernel;

namespace Platform.Notary;

/// <summary>Texts of the Notary module: tenant type, permissions, errors, pages.</summary>
[LocalizationResourceName("Notary")]
public sealed class NotaryResource;
