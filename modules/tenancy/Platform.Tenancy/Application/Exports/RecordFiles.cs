using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Platform.Tenancy;

/// <summary>Writes the same rows as a table for spreadsheets and as JSON for programs, in one pass so that the two never differ.</summary>
internal sealed class RecordFiles : IAsyncDisposable
{
    private const int FlushAt = 64 * 1024;
    private readonly StreamWriter _csv;
    private readonly Utf8JsonWriter _json;
    private readonly IReadOnlyList<string> _columns;

    public RecordFiles(Stream csv, Stream json, IReadOnlyList<string> columns)
    {
        _columns = columns;
        // With its mark and semicolons, as spreadsheets of Europe open it.
        _csv = new StreamWriter(csv, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), FlushAt, leaveOpen: true);
        _json = new Utf8JsonWriter(json, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _csv.Write($"{string.Join(';', columns.Select(Cell))}\r\n");
        _json.WriteStartArray();
    }

    public async Task AddAsync(object?[] row, CancellationToken cancellationToken)
    {
        await _csv.WriteAsync($"{string.Join(';', row.Select(Cell))}\r\n".AsMemory(), cancellationToken);
        _json.WriteStartObject();
        foreach (var (i, value) in row.Index())
            Write(_columns[i], value);
        _json.WriteEndObject();
        if (_json.BytesPending >= FlushAt)
            await _json.FlushAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _csv.DisposeAsync();
        _json.WriteEndArray();
        await _json.DisposeAsync();
    }

    private void Write(string name, object? value)
    {
        switch (value)
        {
            case null:
                _json.WriteNull(name);
                break;
            case bool truth:
                _json.WriteBoolean(name, truth);
                break;
            case byte or short or int or long:
                _json.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            default:
                _json.WriteString(name, Text(value));
                break;
        }
    }

    private static string Cell(object? value)
    {
        var text = Text(value);
        // What a spreadsheet would take for a formula gets an apostrophe before it; a negative number is none.
        var safe = value is string && text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny("\";\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        byte[] bytes => Convert.ToBase64String(bytes),
        DateTime or DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
