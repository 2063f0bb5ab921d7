using Platform.Migrations;

if (args is not ["add", var module, var name])
{
    Console.Error.WriteLine("dotnet run --project etc/migrations -- add MODULE NAME    for example: add Sepa Initial");
    return 2;
}

try
{
    var context = ContextFinder.Find(module);
    foreach (var file in Scaffolder.Add(context, name, SourceTree.MigrationsFolder(context)))
    {
        Console.WriteLine(file);
    }

    return 0;
}
catch (ScaffoldException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
