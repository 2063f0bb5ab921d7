namespace Platform.Bench;

/// <summary>A database of the product that holds an approved remittance of so many orders, and what it took to get there.</summary>
internal sealed record ProductStage(ProductDatabase Database, int Count, string Folder, Outcome Import) : IDisposable
{
    public string Name => $"Platform on {Database.Name}";

    public static ProductStage Prepare(ProductDatabase database, int count, string root)
    {
        var folder = Path.Combine(root, $"{Path.GetFileName(root)}-{database.Name}-{count}".ToLowerInvariant());
        database.Create(folder);
        return new ProductStage(database, count, folder, Contender.Import.Measure(count, folder));
    }

    public void Dispose() => Database.Drop(Folder);
}
