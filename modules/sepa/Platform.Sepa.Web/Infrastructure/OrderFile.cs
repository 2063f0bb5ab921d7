namespace Platform.Sepa.Web;

internal static class OrderFile
{
    public static string MediaType(this OrderFileFormat format) => format == OrderFileFormat.Csv ? "text/csv; charset=utf-8" : "text/plain; charset=utf-8";

    public static async Task<(Stream Content, string FileName)> OpenOrdersAsync(
        this IRemittanceExportAppService exports, Guid remittanceId, OrderFileFormat format, CancellationToken cancellationToken)
    {
        var name = "";
        var content = await TemporaryFile.FillAsync(async file => name = await exports.WriteOrdersAsync(remittanceId, format, file, cancellationToken));
        return (content, name);
    }
}
