using System.Globalization;
using Platform.Bench;

return args switch
{
    ["bare", var count, var file] => await BareXmlWriter.RunAsync(int.Parse(count, CultureInfo.InvariantCulture), file),
    ["import", var count, var folder] => await ProductImport.RunAsync(int.Parse(count, CultureInfo.InvariantCulture), folder),
    ["generate", var folder, _, var file] => await ProductGeneration.RunAsync(folder, file),
    ["vault", .. var options] => await VaultComparison.RunAsync(ComparisonOptions.Parse(options)),
    ["access", .. var options] => await AccessComparison.RunAsync(ComparisonOptions.Parse(options)),
    ["compare", .. var options] => Comparison.Run(ComparisonOptions.Parse(options)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        bare COUNT FILE                         writes a pain.008.001.08 of COUNT transactions with a plain XmlWriter loop
        import COUNT FOLDER                     brings the product from two CSV files of COUNT rows to an approved remittance
        generate FOLDER COUNT FILE              writes the bank file of that remittance as the approval does
        compare [--counts 1000,10000,100000] [--rounds 3] [--report FILE]
                                                runs every contender in its own process and prints one table
        access [--report FILE]                  times permission checks and sign-in beside what they cannot do without
        vault [--report FILE]                   times a use of the vault beside AesGcm, openssl and one transaction
        """);
    return 2;
}
