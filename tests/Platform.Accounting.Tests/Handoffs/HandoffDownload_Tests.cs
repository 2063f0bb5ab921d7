using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Platform.Audit;

namespace Platform.Accounting.Tests;

/// <summary>Downloads over HTTP: whole, in pieces, by link and by members of the company (RFC 9110, 13 and 14).</summary>
[Collection("Handoffs"), Trait("Req", "ACC-05"), Trait("Req", "ACC-06")]
public sealed class HandoffDownload_Tests(HandoffHosts hosts)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Wish => $$$"""{"key":"{{{Guid.CreateVersion7()}}}","choice":{}}""";

    [Theory, Databases]
    public async Task Link_InPieces_GivesTheSameBytesAndCountsOnce(TestDatabase database)
    {
        var (company, id) = await MadeAsync(database);
        var address = $"{company.Links[0]}?handler=Zip";
        using var client = company.Host.CreateClient();
        client.DefaultRequestHeaders.UserAgent.ParseAdd("curl/8.5");
        using var whole = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        var bytes = await whole.Content.ReadAsByteArrayAsync(Cancel);
        (whole.StatusCode, whole.Content.Headers.ContentLength, whole.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, bytes.Length, "application/zip"));
        whole.Headers.AcceptRanges.ShouldBe(["bytes"]);
        whole.Content.Headers.ContentDisposition!.FileName.ShouldNotBeNull().ShouldMatch(@"^lefevre-documents-\d{3}-\d{4}-\d\d-\d\d\.zip$");
        var tag = whole.Headers.ETag.ShouldNotBeNull();
        tag.IsWeak.ShouldBeFalse();
        foreach (var (from, to) in new (long, long?)[] { (1, null), (30, 99), (bytes.Length - 22, null), (700_000, 800_000) })
        {
            using var piece = await AskAsync(client, address, HttpMethod.Get, new RangeHeaderValue(from, to), tag.Tag);
            piece.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
            piece.Content.Headers.ContentRange!.Length.ShouldBe(bytes.Length);
            (await piece.Content.ReadAsByteArrayAsync(Cancel)).AsSpan().SequenceEqual(bytes.AsSpan((int)from, (int)((to ?? (bytes.Length - 1)) - from + 1))).ShouldBeTrue($"{from}-{to}");
        }

        var made = await company.GetAsync(id);
        (made.Head.Downloads, made.Links[0].Uses).ShouldBe((1, 1), "pieces of a download that is known are no new one");
        made.Downloads[0].ShouldSatisfyAllConditions(d => d.Device.ShouldBe("curl/8.5"), d => d.UserName.ShouldBeNull());
    }

    [Theory, Databases]
    public async Task Link_Downloaded_StandsInTheTrailOfTheCompany(TestDatabase database)
    {
        var (company, id) = await MadeAsync(database);
        using var client = company.Host.CreateClient();
        client.DefaultRequestHeaders.UserAgent.ParseAdd("accountant/1.0");
        await client.GetByteArrayAsync(new Uri($"{company.Links[0]}?handler=Zip", UriKind.Relative), Cancel);
        var (admin, filter) = (await company.Host.PersonAsync("amelie"), new AuditFilterDto { Action = "Accounting.Handoff.Downloaded", EntityId = $"{id}" });
        var found = await company.Host.RunAsync(company.Tenant, admin, s => s.GetRequiredService<IAuditAppService>().GetListAsync(filter));
        var entry = found.Items.ShouldHaveSingleItem();
        entry.UserId.ShouldBeNull();
        (await company.Host.RunAsync(company.Tenant, admin, s => s.GetRequiredService<IAuditAppService>().GetAsync(entry.Id))).Device.ShouldBe("accountant/1.0");
    }

    [Fact]
    public async Task Link_ToADocumentThatChanged_IsCutShort()
    {
        var company = await hosts.NewAsync(TestDatabase.Sqlite);
        var content = Guid.CreateVersion7().ToByteArray();
        await company.AddAsync("a.pdf", bytes: [.. content, .. new byte[1_000_000]]);
        var item = (await company.AsAsync(async s => await s.GetItemsAsync((await s.CreateAsync(HandoffCompany.Wish())).Head.Id))).Items[0];
        await File.WriteAllBytesAsync(company.BlobPath(item.Sha256), [.. content, .. new byte[999_999], 1], Cancel);
        using var client = company.Host.CreateClient();
        using var answer = await client.GetAsync(new Uri($"{company.Links[0]}?handler=Zip", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, "its head was gone before the fault was found");
        await Should.ThrowAsync<Exception>(() => answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Theory, Databases]
    public async Task Link_OtherThanAWholeDownload_IsAnsweredByTheBook(TestDatabase database)
    {
        var (company, id) = await MadeAsync(database);
        var address = $"{company.Links[0]}?handler=Zip";
        using var client = company.Host.CreateClient();
        using (var head = await AskAsync(client, address, HttpMethod.Head))
        {
            head.StatusCode.ShouldBe(HttpStatusCode.OK);
            head.Content.Headers.ContentLength.ShouldNotBeNull().ShouldBeGreaterThan(1_000_000);
            (await head.Content.ReadAsByteArrayAsync(Cancel)).ShouldBeEmpty();
        }

        (await company.GetAsync(id)).Head.Downloads.ShouldBe(0, "a look at the head is no download");
        using (var piece = await AskAsync(client, address, HttpMethod.Get, new RangeHeaderValue(5, 9)))
            piece.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await company.GetAsync(id)).Head.Downloads.ShouldBe(1, "a piece of nothing that was begun is a download");
        using (var changed = await AskAsync(client, address, HttpMethod.Get, new RangeHeaderValue(5, 9), "\"other\""))
            changed.StatusCode.ShouldBe(HttpStatusCode.OK, "another zip: the whole is sent");
        using (var beyond = await AskAsync(client, address, HttpMethod.Get, new RangeHeaderValue(1_000_000_000, null)))
            beyond.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        (await company.GetAsync(id)).Links[0].Uses.ShouldBe(2);
    }

    [Theory, Databases]
    public async Task Link_Revoked_OpensNeitherPageNorZip(TestDatabase database)
    {
        var (company, id) = await MadeAsync(database);
        using var client = company.Host.CreateClient();
        (await client.GetStringAsync(new Uri(company.Links[0], UriKind.Relative), Cancel)).ShouldContain("Boulangerie Lef");
        await company.AsAsync(s => s.RevokeAsync(id));
        foreach (var address in new[] { company.Links[0], $"{company.Links[0]}?handler=Zip" })
        {
            using var dead = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
            dead.StatusCode.ShouldBe(HttpStatusCode.Gone);
            (await dead.Content.ReadAsStringAsync(Cancel)).ShouldNotContain("Lef");
        }

        (await company.GetAsync(id)).Head.Downloads.ShouldBe(0);
    }

    [Theory, Databases]
    public async Task Api_ForMembers_MakesListsAndDownloads(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        await company.AddAsync("a.pdf");
        using var client = company.Host.CreateClient(DemoPeople.Token("benoit"));
        var root = $"/api{company.Path("handoffs")}";
        using var created = await PostAsync(client, root, Wish);
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var path = created.Headers.Location!.OriginalString;
        (await client.GetStringAsync(new Uri(root, UriKind.Relative), Cancel)).ShouldContain(path[(path.LastIndexOf('/') + 1)..]);
        (await client.GetStringAsync(new Uri($"{path}/items", UriKind.Relative), Cancel)).ShouldContain("SHA256SUMS");
        (await client.GetByteArrayAsync(new Uri($"{path}/zip", UriKind.Relative), Cancel)).AsSpan(0, 4).ToArray().ShouldBe([0x50, 0x4B, 3, 4]);
        using (var head = await AskAsync(client, $"{path}/zip", HttpMethod.Head))
            head.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancel)).ShouldContain("Lambert", customMessage: "who downloaded");
        using var resent = await PostAsync(client, $"{path}/resend", """{"linkDays":2}""");
        using var revoked = await PostAsync(client, $"{path}/revoke", "{}");
        (resent.StatusCode, revoked.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
        using var nothing = await PostAsync(client, root, Wish);
        nothing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await nothing.Content.ReadAsStringAsync(Cancel)).ShouldContain(AccountingErrorCodes.HandoffEmpty);
    }

    [Theory, Databases]
    [Trait("Req", "TEN-03")]
    public async Task Everything_OfAnotherCompany_IsNotFound(TestDatabase database)
    {
        var (_, id) = await MadeAsync(database);
        var nova = await hosts.NewAsync(database, slug: "nova");
        using var client = nova.Host.CreateClient(DemoPeople.Token("benoit"));
        foreach (var rest in new[] { "", "/items", "/zip" })
        {
            using var answer = await client.GetAsync(new Uri($"/api/t/nova/handoffs/{id}{rest}", UriKind.Relative), Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, rest);
        }

        foreach (var (rest, body) in new[] { ("/resend", "{}"), ("/revoke", "{}") })
        {
            using var answer = await PostAsync(client, $"/api/t/nova/handoffs/{id}{rest}", body);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, rest);
        }

        using var late = await PostAsync(client, "/api/t/nova/handoffs", $$$"""{"key":"{{{Guid.CreateVersion7()}}}","choice":{},"baseId":"{{{id}}}"}""");
        late.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var document = await (await hosts.NewAsync(database)).AddAsync("foreign.pdf");
        using var preview = await PostAsync(client, "/api/t/nova/handoffs/preview", $$"""{"documentIds":["{{document}}"]}""");
        preview.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await preview.Content.ReadAsStringAsync(Cancel)).ShouldContain(AccountingErrorCodes.HandoffDocumentUnknown);
        using var browser = await TestBrowser.SignInAsync(nova.Host, "benoit@nova.example");
        foreach (var page in new[] { $"handoffs/{id}", $"handoffs/{id}/zip", $"handoffs/new?base={id}" })
        {
            using var answer = await browser.GetAsync($"/t/nova/{page}");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
        }
    }

    private async Task<(HandoffCompany Company, Guid Id)> MadeAsync(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        await company.AddAsync("small.pdf");
        await company.AddAsync("large.pdf", DocumentType.Contract, [.. Guid.CreateVersion7().ToByteArray(), .. Enumerable.Range(0, 1_000_000).Select(i => (byte)(i * 31 / 7))]);
        return (company, (await company.SendAsync()).Head.Id);
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string address, HttpMethod method, RangeHeaderValue? range = null, string? tag = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        request.Headers.Range = range;
        request.Headers.IfRange = tag is null ? null : new RangeConditionHeaderValue(tag);
        return await client.SendAsync(request, Cancel);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string address, string json)
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        return await client.PostAsync(new Uri(address, UriKind.Relative), content, Cancel);
    }
}
