using System.Globalization;
using System.Runtime.InteropServices;

namespace Platform.Bench;

internal static class AccessReport
{
    public static string Page(IReadOnlyList<AccessRow> rows) => string.Create(CultureInfo.InvariantCulture, $"""
        # Benchmarks of access

        Written by `./bench/run.sh access`; run it again rather than edit this page. Medians of rounds that go to and fro between the
        contenders in one process.

        ## Permission checks

        Three checks in a request's scope. Rights are kept under the version of the company's rights, which comes with the company that every
        request reads anyway; every change of rights raises it in its own transaction, so what is taken is gone on the next request, on every
        host (`RightsVersion_Tests`). The bound is 50 microseconds added per request.

        | database | scope without a check, µs | with three checks, µs | added, µs | reading the rights each time, µs |
        |---|---|---|---|---|
        {string.Join(Environment.NewLine, rows.Select(Checks))}

        A whole request over Kestrel, with token, company and membership read by both; the two kinds in turns, request by request:

        | database | member only, µs | three checks more, µs | added, µs | per check, µs | ratio |
        |---|---|---|---|---|---|
        {string.Join(Environment.NewLine, rows.Select(Requests))}

        ## Sign-in

        One after the other. The hash is slow on purpose (PBKDF2-HMAC-SHA512, 210,000 rounds) and is what an attempt is compared with; the
        rest are the counters of account and address, the trail and their commits.

        | database | the hash alone, ms | a whole sign-in, ms | ratio | sign-ins a second and processor |
        |---|---|---|---|---|
        {string.Join(Environment.NewLine, rows.Select(SignIns))}

        {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}.

        """);

    private static string Checks(AccessRow r) => string.Create(CultureInfo.InvariantCulture,
        $"| {r.Database} | {r.Checks.Scope:0.0} | {r.Checks.Kept:0.0} | {r.Checks.Kept - r.Checks.Scope:0.0} | {r.Checks.Read:0} |");

    private static string Requests(AccessRow r) => string.Create(CultureInfo.InvariantCulture,
        $"| {r.Database} | {r.Requests.Open:0} | {r.Requests.Guarded:0} | {r.Requests.Guarded - r.Requests.Open:0} | {(r.Requests.Guarded - r.Requests.Open) / RequestTimes.Checks:0} | {r.Requests.Guarded / r.Requests.Open:0.000} |");

    private static string SignIns(AccessRow r) => string.Create(CultureInfo.InvariantCulture,
        $"| {r.Database} | {r.SignIn.Hash:0.0} | {r.SignIn.SignIn:0.0} | {r.SignIn.SignIn / r.SignIn.Hash:0.00} | {1000 / r.SignIn.SignIn:0.0} |");
}
