using Platform.Kernel;

namespace Platform.Sepa;

internal static class Reasons
{
    public static string Read(string? reason)
    {
        var fields = new FieldReader();
        var text = reason?.Trim() ?? "";
        if (text.Length == 0)
            fields.Refuse("Reason", SepaErrorCodes.Required);
        else if (text.Length > ColumnLengths.Note)
            fields.Refuse("Reason", SepaErrorCodes.TextLength, text);
        fields.ThrowIfAny();
        return text;
    }
}
