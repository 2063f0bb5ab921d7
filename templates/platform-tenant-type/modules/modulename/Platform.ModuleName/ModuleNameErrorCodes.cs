namespace Platform.ModuleName;

/// <summary>Stable error codes of the ModuleName module, also the keys of their texts.</summary>
internal static class ModuleNameErrorCodes
{
    /// <summary>A matter without a subject.</summary>
    public const string SubjectRequired = "ModuleName:SubjectRequired";

    /// <summary>A subject of more than 200 characters.</summary>
    public const string SubjectTooLong = "ModuleName:SubjectTooLong";

    /// <summary>The matter is closed already.</summary>
    public const string MatterClosed = "ModuleName:MatterClosed";

    /// <summary>Only the people of an engaged firm work on matters, not the company's own.</summary>
    public const string FirmOnly = "ModuleName:FirmOnly";

    /// <summary>The cursor was not given out by the list.</summary>
    public const string CursorInvalid = "ModuleName:CursorInvalid";
}
