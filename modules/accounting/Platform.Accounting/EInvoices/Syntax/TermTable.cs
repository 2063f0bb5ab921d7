namespace Platform.Accounting;

/// <summary>
/// Where a syntax writes the terms of EN 16931, as a tree of element names. Names that begin with BT are values, those with BG groups that
/// may repeat.
/// </summary>
internal sealed class TermTable
{
    private readonly Dictionary<string, TermTable> _children = [];

    public string? Name { get; private set; }

    public bool IsGroup => Name?.StartsWith("BG", StringComparison.Ordinal) == true;

    public bool IsValue => Name?.StartsWith("BT", StringComparison.Ordinal) == true;

    /// <param name="text">A line for each: path from the root element, spaces, name.</param>
    public static TermTable Parse(string text)
    {
        var root = new TermTable();
        foreach (var line in text.Split('\n'))
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var path, var name])
                root.Below(path).Name = name;
        }

        return root;
    }

    public TermTable? Child(string element) => _children.GetValueOrDefault(element);

    private TermTable Below(string path)
    {
        var node = this;
        foreach (var element in path.Split('/'))
        {
            if (!node._children.TryGetValue(element, out var child))
                node._children[element] = child = new TermTable();
            node = child;
        }

        return node;
    }
}
