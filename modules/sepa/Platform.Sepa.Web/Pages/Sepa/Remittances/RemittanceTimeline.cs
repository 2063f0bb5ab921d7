namespace Platform.Sepa.Web;

/// <summary>An act of the timeline; the key names a text.</summary>
internal sealed record RemittanceStep(string Key, string? Name, DateTime At, string? Note = null);

internal static class RemittanceTimeline
{
    public static IEnumerable<RemittanceStep> Timeline(
        this RemittanceDto remittance, IEnumerable<RemittanceSignatureDto> signatures, RemittanceHandOverDto? handOver) =>
        Leaving(signatures, handOver).Concat(Steps(remittance)).OrderByDescending(s => s.At);

    private static IEnumerable<RemittanceStep> Leaving(IEnumerable<RemittanceSignatureDto> signatures, RemittanceHandOverDto? handOver)
    {
        if (handOver is { Channel: not HandOverChannels.Download, DoneAt: { } done })
            yield return new("Left", null, done);
        if (handOver is not null)
            yield return new("HandedOver", handOver.Name, handOver.At);
        foreach (var signature in signatures)
            yield return new("Signed", signature.Name, signature.At, signature.Subject);
    }

    private static IEnumerable<RemittanceStep> Steps(RemittanceDto remittance)
    {
        if (remittance.File is { } file)
            yield return new("FileMade", null, file.CreatedAt, file.FileName);
        foreach (var approval in remittance.Approvals.Reverse())
            yield return new(approval.OnBehalfOf is null ? "Approved" : "ApprovedFor", approval.Name, approval.At, approval.OnBehalfOf);
        if (remittance.Submitted is { } submitted)
            yield return new("Submitted", submitted.Name, submitted.At);
        if (remittance.Rejected is { } rejected)
            yield return new("Rejected", rejected.Name, rejected.At, rejected.Note);
        if (remittance.Warnings is { } warnings)
            yield return new("Acknowledged", warnings.Name, warnings.At);
        yield return new("Created", remittance.Created.Name, remittance.Created.At);
    }
}
