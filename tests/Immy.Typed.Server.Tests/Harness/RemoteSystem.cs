using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Immy.Typed.Server.Tests.Harness;

/// <summary>A remote system that keeps what it is asked, and may refuse some of it or let it wait.</summary>
internal sealed class RemoteSystem : IAsyncDisposable
{
    private readonly WebApplication _remote;
    private readonly List<string> _asked = [];

    private RemoteSystem(WebApplication remote) => _remote = remote;

    public string Url => _remote.Urls.First();

    /// <summary>Refuses requests whose path contains it; null refuses none.</summary>
    public string? Refuses { get; set; }

    /// <summary>The paths that were asked for, in order.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_asked)
            {
                return [.. _asked];
            }
        }
    }

    public static async Task<RemoteSystem> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var system = new RemoteSystem(builder.Build());
        system._remote.Run(system.AnswerAsync);
        await system._remote.StartAsync();
        return system;
    }

    public void Forget()
    {
        lock (_asked)
        {
            _asked.Clear();
        }
    }

    public ValueTask DisposeAsync() => _remote.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        lock (_asked)
        {
            _asked.Add(path);
        }

        context.Response.StatusCode = Refuses is { } part && path.Contains(part, StringComparison.Ordinal) ? 503 : 200;
        return context.Response.WriteAsync("ok");
    }
}
