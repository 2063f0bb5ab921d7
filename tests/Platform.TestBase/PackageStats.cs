namespace Platform.TestBase;

/// <summary>What the accounting package has counted.</summary>
public sealed record PackageStats(int Refreshes, int Revocations);
