using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>A file from a bank, kept as it came.</summary>
[Retained(120, "Sepa.Retained.Payments")]
[ExportedFile("{BlobName}", "bank-files/{FileName}")]
internal sealed class BankAnswer : SepaEntity, IHasConcurrencyStamp
{
    public BankAnswer(string fileName, Actor creator, DateTime now)
    {
        FileName = fileName;
        (CreatedBy, CreatedByName, CreatedAt) = (creator.Id, creator.Name, now);
        BlobName = $"bank-answers/{Id:N}.xml";
    }

    private BankAnswer()
    {
    }

    public BankAnswerKind Kind { get; private set; }

    public string Message { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public string MessageId { get; private set; } = "";

    public string BlobName { get; private set; } = "";

    public string Sha256 { get; private set; } = "";

    public long Size { get; private set; }

    public int ItemCount { get; private set; }

    public int MatchedCount { get; private set; }

    public int UnmatchedCount { get; private set; }

    public int RejectedCount { get; private set; }

    public int ReturnedCount { get; private set; }

    public Guid CreatedBy { get; private set; }

    public string? CreatedByName { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public Guid ConcurrencyStamp { get; set; }

    public void SetFile(string sha256, long size) => (Sha256, Size) = (sha256, size);

    public void SetMessage(AnswerFile file) => (Kind, Message, MessageId) = (file.Kind!.Value, file.Message!, file.MessageId ?? "");

    public void Add(IReadOnlyCollection<BankAnswerItem> items)
    {
        ItemCount += items.Count;
        MatchedCount += items.Count(i => i.State == BankAnswerItemState.Matched);
        UnmatchedCount += items.Count(i => i.State == BankAnswerItemState.Unmatched);
    }

    public void Add(AnswerChanges changes)
    {
        RejectedCount += changes.Rejected;
        ReturnedCount += changes.Returned;
    }

    /// <summary>An item waits no longer.</summary>
    public void Handled(BankAnswerItem item)
    {
        UnmatchedCount--;
        MatchedCount += item.State == BankAnswerItemState.Matched ? 1 : 0;
    }
}

/// <summary>How many orders a file moved.</summary>
internal readonly record struct AnswerChanges(int Rejected, int Returned)
{
    public static AnswerChanges operator +(AnswerChanges a, AnswerChanges b) => new(a.Rejected + b.Rejected, a.Returned + b.Returned);
}
