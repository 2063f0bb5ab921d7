using Platform.Kernel;

namespace Platform.Sepa;

internal static class AnswerErrors
{
    /// <summary>Names the element, the line and the rule.</summary>
    public static InputException At(string path, int line, string code, string? value = null) =>
        new(new FieldError(path, code, value is null ? null : Shorten.To100(value), line));
}
