using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Immy.Typed.Server.Tests.Harness;

/// <summary>Takes what OpenTelemetry's exporter sends, as a collector would. Texts stand in the messages as they are.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, StringBuilder> _texts = new();

    private Collector(WebApplication application) => _application = application;

    public string Url => _application.Urls.First();

    /// <summary>All that came of a signal: <c>traces</c> or <c>metrics</c>.</summary>
    public string TextOf(string signal)
    {
        var text = _texts.GetOrAdd($"/v1/{signal}", static _ => new StringBuilder());
        lock (text)
        {
            return text.ToString();
        }
    }

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var collector = new Collector(application);
        application.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            var text = collector._texts.GetOrAdd(context.Request.Path.Value!, static _ => new StringBuilder());
            lock (text)
            {
                text.Append(Encoding.UTF8.GetString(body.ToArray()));
            }
        });
        await application.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
