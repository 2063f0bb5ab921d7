namespace Platform.Identity.Tests;

/// <summary>Hosts of one test class alone: it moves their clock while codes are on their way.</summary>
public sealed class ClockedHosts : IdentityHosts;
