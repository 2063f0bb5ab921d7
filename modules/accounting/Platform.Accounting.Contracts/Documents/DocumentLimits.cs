namespace Platform.Accounting;

/// <summary>What the inbox takes.</summary>
public static class DocumentLimits
{
    /// <summary>Largest file, in bytes: 512 MiB.</summary>
    public const long MaxBytes = 512L * 1024 * 1024;

    /// <summary>Size of every chunk of an upload but the last, in bytes: 4 MiB.</summary>
    public const int ChunkBytes = 4 * 1024 * 1024;

    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 255;

    /// <summary>Most tags of one document.</summary>
    public const int MaxTags = 10;

    /// <summary>Longest tag, in characters.</summary>
    public const int TagLength = 30;

    /// <summary>Most documents of one bulk act.</summary>
    public const int MaxBulk = 200;

    /// <summary>Days that a document stays in the trash.</summary>
    public const int TrashDays = 30;
}
