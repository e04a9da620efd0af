using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Immy.Typed.Server.Tests.Harness;

/// <summary>A remote system that answers when the test lets it; below <c>/free</c> it answers at once.</summary>
internal sealed class Held : IAsyncDisposable
{
    private readonly WebApplication _remote;
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly ConcurrentQueue<string> _paths = [];

    private Held(WebApplication remote) => _remote = remote;

    /// <summary>Completes when somebody waits for an answer.</summary>
    public Task Asked => _asked.Task;

    /// <summary>The paths that were asked for, in order.</summary>
    public IReadOnlyCollection<string> Paths => _paths;

    public string Url => _remote.Urls.First();

    public static async Task<Held> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var remote = builder.Build();
        var held = new Held(remote);
        remote.Run(async context =>
        {
            held._paths.Enqueue(context.Request.Path);
            if (!context.Request.Path.StartsWithSegments("/free"))
            {
                held._asked.TrySetResult();
                await held._released.Task.WaitAsync(context.RequestAborted);
            }

            await context.Response.WriteAsync("ok");
        });
        await remote.StartAsync();
        return held;
    }

    public void Release() => _released.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Release();
        await _remote.DisposeAsync();
    }
}
