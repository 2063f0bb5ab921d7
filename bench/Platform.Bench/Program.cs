using System.Globalization;
using Platform.Bench;

return args switch
{
    ["bare", var count, var file] => BareXmlWriter.Run(int.Parse(count, CultureInfo.InvariantCulture), file),
    ["compare", .. var options] => Comparison.Run(ComparisonOptions.Parse(options)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        bare COUNT FILE                         writes a pain.008.001.08 of COUNT transactions with a plain XmlWriter loop
        compare [--counts 1000,10000,100000] [--rounds 3] [--report FILE]
                                                runs every contender in its own process and prints one table
        """);
    return 2;
}
