using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>An entry of a journal as the accountant's file said it.</summary>
[Retained(120, "Accounting.Retained.Documents")]
[DisableAuditing("The file that brought it is audited.")]
internal sealed class Booking : IMultiTenant
{
    public const int CodeLength = 40;
    public const int TextLength = 300;
    public const int FingerprintLength = 64;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid TenantId { get; set; }

    public Guid ImportId { get; init; }

    public string Journal { get; init; } = "";

    public string Number { get; init; } = "";

    public DateOnly Date { get; init; }

    public string? Piece { get; init; }

    public string Label { get; init; } = "";

    /// <summary>Sum of the debits.</summary>
    public long AmountCents { get; init; }

    public Guid? DocumentId { get; init; }

    /// <summary>SHA-256 of all that was said of it, to tell a changed entry from one that came again.</summary>
    public string Fingerprint { get; init; } = "";
}

/// <summary>A line of an entry.</summary>
[Retained(120, "Accounting.Retained.Documents")]
[DisableAuditing("The file that brought it is audited.")]
internal sealed class BookingLine : IMultiTenant
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid TenantId { get; set; }

    public Guid BookingId { get; init; }

    /// <summary>Line of the file: entries are read in the order in which they were written.</summary>
    public int Position { get; init; }

    public string Account { get; init; } = "";

    public string AccountName { get; init; } = "";

    public string? Auxiliary { get; init; }

    public string Label { get; init; } = "";

    public long DebitCents { get; init; }

    public long CreditCents { get; init; }
}

/// <summary>A file of bookings that was brought in.</summary>
[Retained(120, "Accounting.Retained.Documents")]
[AppendOnly]
internal sealed class BookingImport : IMultiTenant
{
    public const int FileNameLength = 255;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid TenantId { get; set; }

    public string FileName { get; init; } = "";

    public BookingFormat Format { get; init; }

    public DateTime At { get; init; }

    public string? By { get; init; }

    public string? Firm { get; init; }

    public int Added { get; init; }

    public int Changed { get; init; }

    public int Unchanged { get; init; }

    public int Documents { get; init; }
}
