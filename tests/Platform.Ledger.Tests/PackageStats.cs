namespace Platform.Ledger.Tests;

/// <summary>What the accounting package has counted.</summary>
internal sealed record PackageStats(int Refreshes, int Revocations);
