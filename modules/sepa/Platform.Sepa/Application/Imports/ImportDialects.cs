using System.Text;
using Platform.Kernel;

namespace Platform.Sepa;

internal static class ImportDialects
{
    /// <summary>A person's choice of encoding and delimiter; null to look at the file.</summary>
    public static CsvDialect? Read(ImportDialectDto? input, int skippedLines)
    {
        if (input is null)
            return null;
        if (!ImportLimits.Encodings.Contains(input.Encoding, StringComparer.OrdinalIgnoreCase))
            throw new InputException(new FieldError(nameof(input.Encoding), SepaErrorCodes.ListParameter, Shorten.To100(input.Encoding ?? "")));
        if (!ImportLimits.Delimiters.Contains(input.Delimiter))
            throw new InputException(new FieldError(nameof(input.Delimiter), SepaErrorCodes.ListParameter, Shorten.To100(input.Delimiter ?? "")));
        return new CsvDialect(EncodingOf(input.Encoding), input.Delimiter[0], skippedLines);
    }

    // Windows-1252 is not among the encodings that .NET knows by itself.
    private static Encoding EncodingOf(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
}
