using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Tenancy.Tests;

/// <summary>Exports over the API, as a program uses it.</summary>
internal static class ExportClient
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<ExportDto> StartExportAsync(this HttpClient client, string company)
    {
        using var answer = await client.PostAsync(new Uri($"/api/t/{company}/exports", UriKind.Relative), null, Cancelled);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(Cancelled));
        return (await answer.Content.ReadFromJsonAsync<ExportDto>(Json, Cancelled))!;
    }

    public static async Task<ExportDto> GetExportAsync(this HttpClient client, string company, Guid id) =>
        (await client.GetFromJsonAsync<ExportDto>($"/api/t/{company}/exports/{id}", Json, Cancelled))!;

    /// <summary>Asks until it is over.</summary>
    public static async Task<ExportDto> FinishExportAsync(this HttpClient client, string company, Guid id)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (true)
        {
            if (await client.GetExportAsync(company, id) is { State: not ExportState.Running } over)
                return over;
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    public static async Task<Unpacked> UnpackAsync(this HttpClient client, string company, Guid id) =>
        await Unpacked.OfAsync(await client.GetByteArrayAsync(new Uri($"/api/t/{company}/exports/{id}/file", UriKind.Relative), Cancelled));

    /// <summary>Starts one, waits and unpacks it.</summary>
    public static async Task<Unpacked> ExportAsync(this HttpClient client, string company)
    {
        var started = await client.StartExportAsync(company);
        (await client.FinishExportAsync(company, started.Id)).State.ShouldBe(ExportState.Done);
        return await client.UnpackAsync(company, started.Id);
    }
}
