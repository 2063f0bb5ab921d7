using System.Text;
using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Writes orders as they come; memory does not grow with their number.</summary>
internal sealed class OrderFileWriter(IStringLocalizer<SepaResource> texts) : IScopedDependency
{
    public async Task WriteAsync(OrderFileFormat format, IAsyncEnumerable<OrderRow> orders, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: format == OrderFileFormat.Csv), leaveOpen: true);
        await WriteAsync(writer, format == OrderFileFormat.Csv ? Csv(OrderColumns.Csv.Select(c => texts[c.Text].Value)) : OrderColumns.TextHeader(), cancellationToken);
        var position = 0;
        await foreach (var order in orders.WithCancellation(cancellationToken))
        {
            position++;
            var line = format == OrderFileFormat.Csv ? Csv(OrderColumns.Csv.Select(c => c.Value(order, texts))) : OrderColumns.TextLine(position, order);
            await WriteAsync(writer, line, cancellationToken);
        }
    }

    private static string Csv(IEnumerable<string> cells) => string.Join(';', cells.Select(CsvCells.Escape));

    private static Task WriteAsync(StreamWriter writer, string line, CancellationToken cancellationToken) => writer.WriteAsync($"{line}\r\n".AsMemory(), cancellationToken);
}
