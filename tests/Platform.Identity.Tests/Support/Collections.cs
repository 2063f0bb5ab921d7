namespace Platform.Identity.Tests;

/// <summary>Classes that share hosts behind a proxy.</summary>
[CollectionDefinition(nameof(Proxied))]
public sealed class Proxied : ICollectionFixture<ProxiedHosts>;

/// <summary>Classes about old logins, which share hosts and move their clock.</summary>
[CollectionDefinition(nameof(Legacy))]
public sealed class Legacy : ICollectionFixture<ClockedHosts>;
