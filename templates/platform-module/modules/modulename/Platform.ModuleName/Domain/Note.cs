using Platform.Kernel;

namespace Platform.ModuleName;

internal sealed class Note : IMultiTenant
{
    public const int MaxTitleLength = 120;
    public const int MaxTextLength = 2_000;

    private Note(string title, string text, DateTime createdAt)
    {
        Id = Guid.CreateVersion7();
        (Title, Text, CreatedAt) = (title, text, createdAt);
    }

    public Guid Id { get; private set; }

    public Guid TenantId { get; set; }

    public string Title { get; private set; }

    public string Text { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public static Note Create(string? title, string? text, DateTime now)
    {
        var note = new Note(title?.Trim() ?? "", text?.Trim() ?? "", now);
        var errors = note.Errors().ToList();
        return errors.Count == 0 ? note : throw new InputException(errors);
    }

    private IEnumerable<FieldError> Errors()
    {
        if (Title.Length == 0)
            yield return new FieldError(nameof(Title), ModuleNameErrorCodes.TitleRequired);
        if (Title.Length > MaxTitleLength)
            yield return new FieldError(nameof(Title), ModuleNameErrorCodes.TitleTooLong, Title[..100]);
        if (Text.Length > MaxTextLength)
            yield return new FieldError(nameof(Text), ModuleNameErrorCodes.TextTooLong, Text[..100]);
    }
}
