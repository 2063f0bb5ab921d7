namespace Platform.Sepa;

/// <summary>A remittance was approved and its file made; published after the commit.</summary>
/// <param name="RemittanceId">Key.</param>
/// <param name="Number">"SDD-2026-00012".</param>
/// <param name="Count">Orders.</param>
/// <param name="TotalCents">EUR minor units.</param>
/// <param name="FileSha256">Of the bank file.</param>
public sealed record RemittanceApprovedEto(Guid RemittanceId, string Number, int Count, long TotalCents, string FileSha256);
