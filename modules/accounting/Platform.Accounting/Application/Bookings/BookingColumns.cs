namespace Platform.Accounting;

/// <summary>Columns of a FEC (article A. 47 A-1 LPF), and what a CSV may call them.</summary>
internal sealed class BookingColumns
{
    public const string Journal = "JournalCode", Number = "EcritureNum", Date = "EcritureDate", Account = "CompteNum", AccountName = "CompteLib",
        Auxiliary = "CompAuxNum", Piece = "PieceRef", Label = "EcritureLib", Debit = "Debit", Credit = "Credit", Amount = "Montant", Sense = "Sens";

    private static readonly string[] Needed = [Journal, Number, Date, Account, Label];

    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        [Journal] = Journal,
        ["journal"] = Journal,
        [Number] = Number,
        ["number"] = Number,
        ["entry"] = Number,
        [Date] = Date,
        ["date"] = Date,
        [Account] = Account,
        ["account"] = Account,
        [AccountName] = AccountName,
        ["accountName"] = AccountName,
        [Auxiliary] = Auxiliary,
        ["auxiliary"] = Auxiliary,
        [Piece] = Piece,
        ["piece"] = Piece,
        [Label] = Label,
        ["label"] = Label,
        [Debit] = Debit,
        [Credit] = Credit,
        [Amount] = Amount,
        ["amount"] = Amount,
        [Sense] = Sense,
    };

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public BookingColumns(IReadOnlyList<string> header)
    {
        Count = header.Count;
        for (var i = 0; i < header.Count; i++)
        {
            if (Names.TryGetValue(header[i].Trim(), out var name))
                _places.TryAdd(name, i);
        }
    }

    public int Count { get; }

    /// <summary>Since the norm of 2013 an amount is in two columns, or in one with its sense.</summary>
    public bool HasSense => !_places.ContainsKey(Debit) && _places.ContainsKey(Amount);

    public IEnumerable<string> Missing => Needed.Concat(HasSense ? [Amount, Sense] : [Debit, Credit]).Where(name => !_places.ContainsKey(name));

    public string Read(string[] record, string name) => _places.TryGetValue(name, out var place) ? record[place].Trim() : "";
}
