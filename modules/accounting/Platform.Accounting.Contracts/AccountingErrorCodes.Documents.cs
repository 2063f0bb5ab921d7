namespace Platform.Accounting;

public static partial class AccountingErrorCodes
{
    /// <summary>A page holds 1 to 200 rows.</summary>
    public const string PageSize = "Accounting:PageSize";

    /// <summary>No hexadecimal digits, or more than 64.</summary>
    public const string HashPrefix = "Accounting:HashPrefix";

    /// <summary>A name has at most 255 characters.</summary>
    public const string NameTooLong = "Accounting:NameTooLong";

    /// <summary>A tag has at most 30 characters.</summary>
    public const string TagTooLong = "Accounting:TagTooLong";

    /// <summary>More than ten tags.</summary>
    public const string TagsMany = "Accounting:TagsMany";

    /// <summary>No document, or more than 200 at once.</summary>
    public const string BulkSize = "Accounting:BulkSize";

    /// <summary>The document {name} was handed over and stays on record.</summary>
    public const string DocumentKept = "Accounting:DocumentKept";

    /// <summary>The days of the document {name} in the trash have passed.</summary>
    public const string TrashOver = "Accounting:TrashOver";

    /// <summary>The file holds nothing.</summary>
    public const string UploadEmpty = "Accounting:UploadEmpty";

    /// <summary>The file is larger than 512 MiB.</summary>
    public const string UploadTooLarge = "Accounting:UploadTooLarge";

    /// <summary>The chunk does not begin where the last one ended.</summary>
    public const string UploadOffset = "Accounting:UploadOffset";

    /// <summary>The chunk is shorter or longer than announced.</summary>
    public const string UploadChunkSize = "Accounting:UploadChunkSize";

    /// <summary>The chunk is not the one that was sent before.</summary>
    public const string UploadChanged = "Accounting:UploadChanged";

    /// <summary>{received} of {size} bytes were received.</summary>
    public const string UploadIncomplete = "Accounting:UploadIncomplete";

    /// <summary>The same content was just removed for good; complete the upload again.</summary>
    public const string UploadRepeat = "Accounting:UploadRepeat";

    /// <summary>The virus {signature} was found.</summary>
    public const string Infected = "Accounting:Infected";

    /// <summary>The virus scanner gave no verdict; complete the upload again later.</summary>
    public const string ScannerUnavailable = "Accounting:ScannerUnavailable";
}
