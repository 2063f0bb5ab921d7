namespace Platform.Sepa.Web;

internal static class OrderProofFile
{
    public const string MediaType = "application/zip";

    public static async Task<(Stream Content, string FileName)> OpenAsync(
        this IOrderProofAppService proofs, Guid remittanceId, Guid orderId, CancellationToken cancellationToken)
    {
        var name = "";
        var content = await TemporaryFile.FillAsync(async file => name = await proofs.WriteAsync(remittanceId, orderId, file, cancellationToken));
        return (content, name);
    }
}
