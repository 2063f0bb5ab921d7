namespace Platform.Sepa;

/// <summary>The elements of a message that matter, as a tree of names, with the columns that they fill.</summary>
internal sealed class PaymentElements
{
    private readonly Dictionary<string, PaymentElements> _children = [];
    private readonly List<int> _columns = [];
    private ImportField _field;

    private PaymentElements()
    {
    }

    /// <summary>Paths with the same meaning fill one column, which bears the name of the first.</summary>
    public static (PaymentElements Tree, IReadOnlyList<string> Header, IReadOnlyDictionary<ImportField, int> Columns) Of(PaymentMessage message)
    {
        var tree = new PaymentElements();
        var header = new List<string>();
        var columns = new Dictionary<ImportField, int>();
        foreach (var (field, path) in message.Elements)
        {
            if (columns.TryAdd(field, header.Count))
                header.Add($"PmtInf/{path}");
            tree.Add(path, field, columns[field]);
        }

        return (tree, header, columns);
    }

    public PaymentElements? Child(string name) => _children.GetValueOrDefault(name);

    /// <summary>Fills the cells from the present element and what is below it.</summary>
    public void Read(IsoXmlReader xml, string[] cells)
    {
        if (_columns.Count > 0)
        {
            Put(cells, PaymentValues.Read(xml, _field));
            return;
        }

        foreach (var name in xml.Children())
            Child(name)?.Read(xml, cells);
    }

    // What stands more often than it has columns is joined: the row's own check then says that it is too long.
    private void Put(string[] cells, string? value)
    {
        if (value is null)
            return;
        var free = _columns.FindIndex(c => cells[c].Length == 0);
        var column = _columns[free < 0 ? _columns.Count - 1 : free];
        cells[column] = free < 0 ? $"{cells[column]} {value}" : value;
    }

    private void Add(string path, ImportField field, int column)
    {
        var element = this;
        foreach (var step in path.Split('/'))
        {
            var name = step.Split('[')[0];
            if (!element._children.TryGetValue(name, out var child))
                element._children.Add(name, child = new PaymentElements());
            element = child;
        }

        element._field = field;
        element._columns.Add(column);
    }
}
