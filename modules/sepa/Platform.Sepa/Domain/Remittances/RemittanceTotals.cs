namespace Platform.Sepa;

internal readonly record struct RemittanceTotals(int Count, long Cents, DateOnly? FirstDate);

/// <summary>What a check found, reduced to what decides.</summary>
/// <param name="Fingerprint">Equal for equal warnings: an acknowledgement holds for these warnings only.</param>
internal readonly record struct CheckSummary(int Errors, int Warnings, string Fingerprint);

internal sealed record IssuedFile(string BlobName, string MessageId, string Version, long Size, string Sha256);
