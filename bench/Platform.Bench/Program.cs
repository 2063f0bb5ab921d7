using System.Globalization;
using Platform.Bench;

return args switch
{
    ["bare", var count, var file] => await BareXmlWriter.RunAsync(int.Parse(count, CultureInfo.InvariantCulture), file),
    ["import", var count, var folder] => await ProductImport.RunAsync(int.Parse(count, CultureInfo.InvariantCulture), folder),
    ["generate", var folder, _, var file] => await ProductGeneration.RunAsync(folder, file),
    ["prepare", var folder, var count] => await ProductImport.RunAsync(int.Parse(count, CultureInfo.InvariantCulture), folder, toApproval: false),
    ["step", var step, var folder, var count, _] => await JourneyStep.RunAsync(step, folder, int.Parse(count, CultureInfo.InvariantCulture)),
    ["read", var reader, _, var file] => await AnswerReading.RunAsync(reader, file),
    ["store", var folder, var count, var file] => await BareAnswerImport.RunAsync(folder, int.Parse(count, CultureInfo.InvariantCulture), file),
    ["journey", .. var options] => await JourneyComparison.RunAsync(ComparisonOptions.Parse(options)),
    ["vault", .. var options] => await VaultComparison.RunAsync(ComparisonOptions.Parse(options)),
    ["access", .. var options] => await AccessComparison.RunAsync(ComparisonOptions.Parse(options)),
    ["directory", .. var options] => await DirectoryComparison.RunAsync(ComparisonOptions.Parse(options)),
    ["handoff-fill", var folder, var count, var bytes, var root] => await HandoffFill.RunAsync(folder, int.Parse(count, CultureInfo.InvariantCulture), long.Parse(bytes, CultureInfo.InvariantCulture), root),
    ["handoff-make", var folder, var root] => await HandoffZipTimes.MakeAsync(folder, root),
    ["handoff-zip", var folder, var rounds, var root] => await HandoffZipTimes.FetchAsync(folder, int.Parse(rounds, CultureInfo.InvariantCulture), root),
    ["handoff", .. var options] => await HandoffComparison.RunAsync(ComparisonOptions.Parse(options)),
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
        prepare FOLDER COUNT                    imports both CSV files only
        step STEP FOLDER COUNT -                takes one step of the journey of a remittance in a host of its own, and watches its memory
        read bare|product COUNT FILE            reads an answer of a bank with a plain XmlReader loop, or as the product does, and stores nothing
        store FOLDER COUNT FILE                 reads an answer with a plain loop and writes what it says with plain SQL
        journey [--counts 100000] [--report FILE]
                                                every step of a remittance with its time and memory, answers of the bank beside plain loops
        access [--report FILE]                  times permission checks and sign-in beside what they cannot do without
        directory [--counts 100000] [--report FILE]
                                                finds accounting firms as one types, in a directory of that many
        handoff [--counts 10000] [--rounds 3] [--report FILE]
                                                one zip of that many documents beside zip -0 -r, with its memory
        handoff-fill FOLDER COUNT BYTES ROOT    uploads those documents
        handoff-make FOLDER ROOT                makes the handoff
        handoff-zip FOLDER ROUNDS ROOT          fetches its zip
        vault [--report FILE]                   times a use of the vault beside AesGcm, openssl and one transaction
        """);
    return 2;
}
