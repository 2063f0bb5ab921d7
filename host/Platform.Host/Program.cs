using Platform.AspNetCore;
using Platform.Host;

var app = PlatformApplication.Create<HostModule>(args);
await app.RunPlatformAsync();

/// <summary>Named so that tests can start this host in their own process.</summary>
public partial class Program;
