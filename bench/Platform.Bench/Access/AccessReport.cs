using System.Globalization;
using System.Runtime.InteropServices;

namespace Platform.Bench;

internal static class AccessReport
{
    public static string Page(IReadOnlyList<AccessRow> rows) => string.Create(CultureInfo.InvariantCulture, $"""
        # Benchmarks of access

        Written by `./bench/run.sh access`; run it again rather than edit this page. Medians of rounds in which the contenders
        take turns, in one process and in changing order.

        ## Permission checks

        The bound is 50 microseconds added to a request that is warm. Rights are kept under the version of the company's rights, which comes with the company that every
        request reads anyway; every change of rights raises it in its own transaction, so what is taken is gone on the next request, on every
        host (`RightsVersion_Tests`).

        A request's scope, alone and with a permission checker and three checks:

        | database | scope alone, µs | with three checks, µs | added, µs | reading the rights each time, µs |
        |---|---|---|---|---|
        {string.Join(Environment.NewLine, rows.Select(Checks))}

        A whole request over Kestrel, with token, company and membership read by all. Three kinds in turns, request by request: member only, the
        same again at another address (what it adds is how exact the figures are), and with three checks more (a policy, a service's
        own check, a button's):

        | database | member only, µs | same again adds, µs | three checks add, µs | per check, µs | ratio |
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
        $"| {r.Database} | {r.Requests.Open:0} | {r.Requests.Same:0} | {r.Requests.Added:0} | {r.Requests.Added / RequestTimes.Checks:0} | {1 + (r.Requests.Added / r.Requests.Open):0.000} |");

    private static string SignIns(AccessRow r) => string.Create(CultureInfo.InvariantCulture,
        $"| {r.Database} | {r.SignIn.Hash:0.0} | {r.SignIn.SignIn:0.0} | {r.SignIn.SignIn / r.SignIn.Hash:0.00} | {1000 / r.SignIn.SignIn:0.0} |");
}
