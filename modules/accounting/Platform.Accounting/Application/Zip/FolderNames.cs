namespace Platform.Accounting;

/// <summary>Gives each file of a folder a name of its own, also where case does not tell names apart.</summary>
internal sealed class FolderNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);

    public string Take(string name)
    {
        var safe = SafeNames.Of(name);
        if (_taken.Add(safe))
            return safe;
        // Goes on where the last one of this name ended: many have the same.
        for (var number = _numbers.GetValueOrDefault(safe, 1) + 1; ; number++)
        {
            if (SafeNames.Numbered(safe, number) is var numbered && _taken.Add(numbered))
            {
                _numbers[safe] = number;
                return numbered;
            }
        }
    }
}
