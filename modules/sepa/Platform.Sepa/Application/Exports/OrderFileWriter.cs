using System.Text;
using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Writes rows as they come; memory does not grow with their number.</summary>
internal sealed class OrderFileWriter(IStringLocalizer<SepaResource> texts) : IScopedDependency
{
    public Task WriteAsync(OrderFileFormat format, IAsyncEnumerable<OrderRow> orders, Stream output, CancellationToken cancellationToken) =>
        format == OrderFileFormat.Csv ? WriteCsvAsync(OrderColumns.Csv, orders, output, cancellationToken) : WriteTextAsync(orders, output, cancellationToken);

    public async Task WriteCsvAsync<T>(IReadOnlyList<CsvColumn<T>> columns, IAsyncEnumerable<T> rows, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await WriteAsync(writer, Csv(columns.Select(c => texts[c.Text].Value)), cancellationToken);
        await foreach (var row in rows.WithCancellation(cancellationToken))
            await WriteAsync(writer, Csv(columns.Select(c => c.Value(row, texts))), cancellationToken);
    }

    private static async Task WriteTextAsync(IAsyncEnumerable<OrderRow> orders, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await WriteAsync(writer, OrderColumns.TextHeader(), cancellationToken);
        var position = 0;
        await foreach (var order in orders.WithCancellation(cancellationToken))
            await WriteAsync(writer, OrderColumns.TextLine(++position, order), cancellationToken);
    }

    private static string Csv(IEnumerable<string> cells) => string.Join(';', cells.Select(CsvCells.Escape));

    private static Task WriteAsync(StreamWriter writer, string line, CancellationToken cancellationToken) => writer.WriteAsync($"{line}\r\n".AsMemory(), cancellationToken);
}

/// <summary>A column: the key of its heading, and what stands in it.</summary>
internal sealed record CsvColumn<T>(string Text, Func<T, IStringLocalizer, string> Value);
