namespace Platform.Kernel;

/// <summary>Texts of the kernel and the shell.</summary>
[LocalizationResourceName("Platform")]
public sealed class PlatformResource;
