using System.Globalization;
using Immy.Typed.Runtime.Tests.Harness;
using Microsoft.AspNetCore.Http;

namespace Immy.Typed.Runtime.Tests.Differential;

/// <summary>The whole corpus, run once here and once in a real <c>pwsh</c>.</summary>
public sealed class BothSides : IAsyncLifetime
{
    /// <summary>What each case and way did here.</summary>
    public IReadOnlyDictionary<string, string[]> Here { get; private set; } = null!;

    /// <summary>What each did in <c>pwsh</c>.</summary>
    public IReadOnlyDictionary<string, string[]> There { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await using var server = await LoopbackServer.StartAsync(AnswerAsync);
        var cases = Corpus.Cases.Values.Select(known => known with { Body = known.Body.Replace("{server}", server.Url, StringComparison.Ordinal) }).ToList();
        var there = PwshSide.RunAsync(cases);
        Here = await SessionSide.RunAsync(cases);
        There = await there;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // The path is the status; the body tells what arrived.
    private static Task AnswerAsync(HttpContext context)
    {
        context.Response.StatusCode = int.Parse(context.Request.Path.Value![1..], CultureInfo.InvariantCulture);
        context.Response.ContentType = "application/json";
        context.Response.Headers["X-Answer"] = "yes";
        return context.Response.WriteAsync($$"""{ "method": "{{context.Request.Method}}", "query": "{{context.Request.QueryString}}", "at": "2024-03-04T05:06:07+02:00", "items": [1, null, "x"] }""");
    }
}
