using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Texts of the Identity module: error codes, permissions, settings, standard roles, mail, pages.</summary>
[LocalizationResourceName("Identity")]
public sealed class IdentityResource;
