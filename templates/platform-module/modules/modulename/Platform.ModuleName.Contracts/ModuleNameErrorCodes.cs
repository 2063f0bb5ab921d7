namespace Platform.ModuleName;

/// <summary>Stable error codes of the ModuleName module, also the keys of their texts.</summary>
public static class ModuleNameErrorCodes
{
    /// <summary>A note without a title.</summary>
    public const string TitleRequired = "ModuleName:TitleRequired";

    /// <summary>A title of more than 120 characters.</summary>
    public const string TitleTooLong = "ModuleName:TitleTooLong";

    /// <summary>The company has a note with this title.</summary>
    public const string TitleTaken = "ModuleName:TitleTaken";

    /// <summary>A text of more than 2,000 characters.</summary>
    public const string TextTooLong = "ModuleName:TextTooLong";

    /// <summary>The cursor was not given out by the list.</summary>
    public const string CursorInvalid = "ModuleName:CursorInvalid";
}
