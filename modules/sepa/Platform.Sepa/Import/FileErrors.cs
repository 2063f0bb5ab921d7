using Platform.Kernel;

namespace Platform.Sepa;

internal static class FileErrors
{
    private const int MaxValueLength = 100;

    public static FieldError At(int line, string code, string? value = null, string column = "") => new(column, code, Cut(value), line);

    private static string? Cut(string? value) => value?.Length > MaxValueLength ? value[..MaxValueLength] : value;
}
