using Platform.Kernel;

namespace Platform.Host;

/// <summary>The modules of this product.</summary>
internal sealed class HostModule : PlatformModule;
