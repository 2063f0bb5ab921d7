using System.Runtime.CompilerServices;

namespace Platform.Sepa;

/// <summary>
/// A file with direct debits (pain.008) or transfers (pain.001): each order is a row, each element that means something a column. A row's
/// line is its place among the orders, since such files often are a single line.
/// </summary>
internal sealed class PaymentDocument : IRowSource
{
    private readonly Stream _file;
    private readonly PaymentMessage _message;
    private readonly PaymentElements _elements;

    private PaymentDocument(Stream file, PaymentMessage message)
    {
        (_file, _message) = (file, message);
        (_elements, Header, var columns) = PaymentElements.Of(message);
        Columns = columns;
    }

    public ImportFormat Format => _message.Format;

    public ImportKind? Kind => _message.Kind;

    public CsvDialect? Dialect => null;

    public IReadOnlyList<string> Header { get; }

    public IReadOnlyDictionary<ImportField, int> Columns { get; }

    /// <exception cref="Platform.Kernel.InputException">No message that is read here.</exception>
    public static PaymentDocument Open(Stream file)
    {
        using var xml = Start(file);
        return new PaymentDocument(file, Next(xml));
    }

    public DecimalSign DecimalSignOf(int? column) => DecimalSign.Point;

    public async IAsyncEnumerable<FileRow> ReadRowsAsync(DecimalSign decimalSign, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        foreach (var row in Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
            if (row.IsFatal)
                yield break;
        }
    }

    private static IsoXmlReader Start(Stream file)
    {
        file.Position = 0;
        return new IsoXmlReader(file, IsoXmlCodes.PaymentFile);
    }

    private static PaymentMessage Next(IsoXmlReader xml) => xml.NextDocument()
        ? PaymentMessage.Of(xml.Namespace) ?? throw xml.Error(SepaErrorCodes.PaymentFileUnknown, xml.Namespace)
        : throw xml.Error(SepaErrorCodes.PaymentFileUnknown);

    private IEnumerable<FileRow> Read()
    {
        using var xml = Start(_file);
        Next(xml);
        var count = 0;
        foreach (var cells in new PaymentReader(xml, _message, _elements, Columns[ImportField.Amount], Header.Count).Read())
        {
            if (++count > ImportLimits.MaxRows)
                yield return FileRow.Refused(FileErrors.At(xml.Line, SepaErrorCodes.CsvTooManyRows), isFatal: true);
            yield return new FileRow(count, cells, []);
        }

        if (xml.NextDocument())
            throw xml.Error(SepaErrorCodes.PaymentFileSeveral, xml.Namespace);
    }
}
