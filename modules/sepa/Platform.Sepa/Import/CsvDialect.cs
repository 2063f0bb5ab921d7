using System.Text;

namespace Platform.Sepa;

/// <summary>How a file is written.</summary>
/// <param name="Encoding">Decodes the file without failing.</param>
/// <param name="Delimiter">Semicolon, comma, tab or vertical bar.</param>
/// <param name="SkippedLines">1 when the first line is Excel's "sep=;".</param>
internal sealed record CsvDialect(Encoding Encoding, char Delimiter, int SkippedLines);
