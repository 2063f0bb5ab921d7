using Platform.Kernel;

namespace Platform.Audit;

/// <summary>Texts of the Audit module: permissions, pages, and the names of acts, records and properties.</summary>
[LocalizationResourceName("Audit")]
public sealed class AuditResource;
