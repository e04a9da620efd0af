using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Immy.Typed.Integrations.DemoApi;

/// <summary>A SentinelOne-like REST API on a free port of 127.0.0.1, with made-up data that is the same in every start.</summary>
public sealed class SentinelOneDemoApi : IAsyncDisposable
{
    private readonly ConcurrentQueue<SentinelOneDemoRequest> _requests = new();
    private readonly WebApplication _server;
    private volatile SentinelOneDemoFaults _faults;

    private SentinelOneDemoApi(SentinelOneDemoOptions options)
    {
        var fleet = new DemoFleet(options.AgentCount);
        Sites = fleet.Sites;
        Agents = fleet.Agents;
        ApiToken = string.IsNullOrWhiteSpace(options.ApiToken) ? RandomNumberGenerator.GetHexString(40, lowercase: true) : options.ApiToken;
        _faults = options.Faults;
        _server = BuildServer();
        _server.Use(new DemoGate(this).PassAsync);
        _server.UseRouting();
        new DemoEndpoints(this, fleet).Map(_server);
    }

    /// <summary>Where the API is; ends with a slash.</summary>
    public Uri BaseAddress => new(_server.Urls.Single().TrimEnd('/') + "/");

    /// <summary>The token that requests must bring.</summary>
    public string ApiToken { get; }

    /// <summary>The sites that the API knows.</summary>
    public IReadOnlyList<SentinelOneDemoSite> Sites { get; }

    /// <summary>The agents that the API knows.</summary>
    public IReadOnlyList<SentinelOneDemoAgent> Agents { get; }

    /// <summary>The requests so far, the refused ones too, in the order in which they came.</summary>
    public IReadOnlyList<SentinelOneDemoRequest> Requests => [.. _requests];

    /// <summary>What goes wrong; may be set while the API runs.</summary>
    public SentinelOneDemoFaults Faults
    {
        get => _faults;
        set => _faults = value;
    }

    /// <summary>Starts the API.</summary>
    /// <param name="options">How it starts.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <returns>The API, listening.</returns>
    public static async Task<SentinelOneDemoApi> StartAsync(SentinelOneDemoOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var api = new SentinelOneDemoApi(options);
        try
        {
            await api._server.StartAsync(cancellationToken).ConfigureAwait(false);
            return api;
        }
        catch
        {
            await api.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Stops the API.</summary>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>Keeps a request for <see cref="Requests"/>.</summary>
    internal void Note(SentinelOneDemoRequest request) => _requests.Enqueue(request);

    // The empty builder reads no environment and no files, and has no place to log to.
    private static WebApplication BuildServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, port: 0));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        return builder.Build();
    }
}
