using System.Collections.Frozen;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Takes typed values from the cells of one readable row and collects what is wrong with them.</summary>
internal sealed class ImportRowReader(FileRow row, ColumnMap columns, DecimalSign decimalSign)
{
    // Spreadsheets in English write them, whatever their own language shows.
    private static readonly FrozenSet<string> CellErrors =
        FrozenSet.Create("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA");

    private readonly List<FieldError> _errors = [];
    private readonly List<FieldError> _warnings = [];

    public ImportRow<T> Result<T>(Func<T> draft) where T : class =>
        new(row.Line, _errors.Count == 0 ? draft() : null, _errors, _warnings);

    public void Refuse(ImportField field, string code, string? value = null) =>
        _errors.Add(FileErrors.At(row.Line, code, value, columns.NameOf(field)));

    /// <summary>
    /// Text as it stands in the file, of which the bank file will hold the conversion: null when the cell is empty, and refused then
    /// if required.
    /// </summary>
    public string? Text(ImportField field, int maxLength, bool required = false)
    {
        if (TextCell(field, required) is not { } cell)
            return null;
        var (text, changed) = SepaText.Transliterate(cell);
        if (SepaText.Check(text, maxLength) is { } code)
            Refuse(field, code, cell);
        else if (changed)
            _warnings.Add(FileErrors.At(row.Line, SepaErrorCodes.TextConverted, cell, columns.NameOf(field)));
        return cell;
    }

    public T? Value<T>(ImportField field, bool required = false) where T : struct, ISepaValue<T>
    {
        if (TextCell(field, required) is not { } cell)
            return null;
        if (T.TryParse(cell, out var value, out var code))
            return value;
        Refuse(field, code, cell);
        return null;
    }

    public Iban? SepaIban(ImportField field)
    {
        var iban = Value<Iban>(field, required: true);
        if (iban is { IsSepa: false })
            Refuse(field, SepaErrorCodes.IbanNotSepa, iban.Value.Value);
        return iban;
    }

    public string? Email(ImportField field)
    {
        if (TextCell(field, required: false) is not { } cell)
            return null;
        if (!EmailAddresses.IsMailbox(cell))
            Refuse(field, SepaErrorCodes.EmailFormat, cell);
        return cell;
    }

    public string? Language(ImportField field)
    {
        if (TextCell(field, required: false) is not { } cell)
            return null;
        if (cell.Length != 2 || !cell.All(char.IsAsciiLetter))
            Refuse(field, SepaErrorCodes.LanguageFormat, cell);
        return cell.ToLowerInvariant();
    }

    public DateOnly? Date(ImportField field, bool required = true)
    {
        if (TextCell(field, required) is not { } cell)
            return null;
        if (SepaDate.TryParse(cell, out var date))
            return date;
        Refuse(field, SepaErrorCodes.DateFormat, cell);
        return null;
    }

    public SepaAmount? Amount(ImportField field)
    {
        var cell = Cell(field);
        if (CellErrors.Contains(cell))
            Refuse(field, SepaErrorCodes.CellError, cell);
        else if (cell.StartsWith('=') || cell.StartsWith('@'))
            Refuse(field, SepaErrorCodes.CsvFormula, cell);
        else if (!SepaAmount.TryParse(cell, decimalSign, out var amount, out var code))
            Refuse(field, code, cell);
        else
            return amount;
        return null;
    }

    public T? Choice<T>(ImportField field, IReadOnlyDictionary<string, T> choices, string errorCode) where T : struct
    {
        if (TextCell(field, required: false) is not { } cell)
            return null;
        if (choices.TryGetValue(cell.ToUpperInvariant(), out var choice))
            return choice;
        Refuse(field, errorCode, cell);
        return null;
    }

    /// <summary>Upper case without spaces, unchecked; null when the cell is empty.</summary>
    public string? Compact(ImportField field) =>
        Cell(field) is { Length: > 0 } cell ? cell.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() : null;

    private string? TextCell(ImportField field, bool required)
    {
        var cell = Cell(field);
        if (cell.Length == 0)
        {
            if (required)
                Refuse(field, SepaErrorCodes.Required);
            return null;
        }

        if (CellErrors.Contains(cell))
            Refuse(field, SepaErrorCodes.CellError, cell);
        else if (columns.MayHoldFormulas && cell[0] is '=' or '+' or '-' or '@')
            Refuse(field, SepaErrorCodes.CsvFormula, cell);
        else
            return cell;
        return null;
    }

    private string Cell(ImportField field) =>
        columns.ColumnOf(field) is { } column ? SingleLine(row.Cells[column]) : "";

    // Spreadsheets allow line breaks in cells; bank files do not.
    private static string SingleLine(string cell) =>
        cell.AsSpan().IndexOfAny('\r', '\n', '\t') < 0
            ? cell.Trim()
            : string.Join(' ', cell.Split(['\r', '\n', '\t'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
