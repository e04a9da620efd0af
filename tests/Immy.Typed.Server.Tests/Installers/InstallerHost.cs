using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Immy.Typed.Server.Tests.Installers;

/// <summary>A vendor's host of installers, with all that may go wrong there; each path is a case.</summary>
internal sealed class InstallerHost : IAsyncDisposable
{
    public const int BigLength = 48 << 20;

    private readonly WebApplication _host;

    private InstallerHost(WebApplication host) => _host = host;

    public string Url => _host.Urls.First();

    /// <summary>Set to cut the download that goes on.</summary>
    public TaskCompletionSource Cut { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<InstallerHost> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = new InstallerHost(builder.Build());
        host._host.Run(host.AnswerAsync);
        await host._host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var response = context.Response;
        switch (context.Request.Path.Value)
        {
            case "/denied":
                response.StatusCode = 403;
                await response.WriteAsync($"no entry with {context.Request.Headers.Authorization}");
                break;
            case "/moved":
                response.Redirect($"{Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}/headers?login=redirect-secret");
                break;
            case "/moved-at-home":
                response.Redirect("/headers");
                break;
            case "/cut":
                response.ContentLength = 1_000;
                await response.WriteAsync("half of it");
                await response.Body.FlushAsync();
                await Cut.Task;
                context.Abort();
                break;
            case "/silent":
                await response.WriteAsync("begins");
                await response.Body.FlushAsync();
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case "/big":
                response.ContentLength = BigLength;
                for (var piece = 0; piece < BigLength >> 20; piece++)
                {
                    await response.Body.WriteAsync(new byte[1 << 20], context.RequestAborted);
                }

                break;
            default:
                // What came along is the installer here.
                await response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{context.Request.Path}{context.Request.QueryString} {context.Request.Headers["X-Key"]} {context.Request.Headers.Authorization}"));
                break;
        }
    }
}
