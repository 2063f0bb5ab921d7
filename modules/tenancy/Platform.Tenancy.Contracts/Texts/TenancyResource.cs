using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Texts of the Tenancy module: error codes, permissions, tenant types, pages.</summary>
[LocalizationResourceName("Tenancy")]
public sealed class TenancyResource;
