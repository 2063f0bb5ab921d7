using Platform.Kernel;

namespace Platform.ModuleName.Tests;

public sealed class Note_Tests
{
    private static readonly DateTime Now = new(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Create_SpacesAround_AreTrimmed() => Note.Create("  Stock count ", null, Now).Title.ShouldBe("Stock count");

    [Fact]
    public void Create_LongestValues_AreTaken() =>
        Note.Create(new string('t', Note.MaxTitleLength), new string('x', Note.MaxTextLength), Now).Text.Length.ShouldBe(Note.MaxTextLength);

    [Fact]
    public void Create_BothFieldsWrong_NamesBoth() =>
        Should.Throw<InputException>(() => Note.Create(" ", new string('x', Note.MaxTextLength + 1), Now))
            .Errors.Select(e => (e.Field, e.Code))
            .ShouldBe([("Title", ModuleNameErrorCodes.TitleRequired), ("Text", ModuleNameErrorCodes.TextTooLong)]);
}
