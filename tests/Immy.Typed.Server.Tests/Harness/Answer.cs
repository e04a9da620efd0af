using System.Net.Http.Headers;
using System.Text.Json;

namespace Immy.Typed.Server.Tests.Harness;

/// <summary>What came of a request.</summary>
internal sealed record Answer(int Status, JsonElement Body, EntityTagHeaderValue? ETag)
{
    /// <summary>Why it was refused.</summary>
    public string Detail => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("detail", out var detail) ? detail.GetString()! : "";

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text), response.Headers.ETag);
    }

    public string? this[string property] => Body.GetProperty(property).ToString();
}
