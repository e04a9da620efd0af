using Immy.Typed.Integrations.DemoApi;
using Immy.Typed.Server.Computers;
using Immy.Typed.Server.Hosting;

namespace Immy.Typed.Server.Demo;

/// <summary>
/// The server with something to look at: a SentinelOne-like API, an integration type for it, tenants and computers. All
/// of it is on the loopback address, begins anew at each start, and is gone at its end.
/// </summary>
internal static class DemoServer
{
    public const string Option = "--demo";

    private const string Address = "http://127.0.0.1:8080";

    /// <summary>Runs it until it is stopped.</summary>
    public static async Task RunAsync(string[] args)
    {
        await using var api = await SentinelOneDemoApi.StartAsync(new SentinelOneDemoOptions(), CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory("immy-demo").FullName;
        try
        {
            await RunAsync([.. Defaults(args, folder), .. args.Where(static argument => argument != Option)], api);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunAsync(string[] args, SentinelOneDemoApi api)
    {
        await using var server = ServerApplication.Build(args, services => services.AddSingleton<IEndpointCommandRunner>(new DemoRunner(DemoComputers.Of(api))));
        var key = await ServerStart.PrepareAsync(server);
        var data = await DemoData.AddAsync(server.Services, api);
        await server.StartAsync();
        Console.WriteLine($$"""

            The demo listens at {{server.Urls.First()}}, with a SentinelOne-like API beside it. Paste this into another terminal,
            and go on with the walk in README.md:

            export IMMY={{server.Urls.First()}} KEY={{key}}
            export S1_URI={{api.BaseAddress}} S1_KEY={{api.ApiToken}}
            export TYPE={{data.IntegrationType}} SOFTWARE={{data.Software}} COMPUTER={{data.Computer}}

            Ctrl+C ends it, and nothing is left of it.
            """);
        await server.WaitForShutdownAsync();
    }

    // What is said later counts, so the visitor's own arguments win.
    private static string[] Defaults(string[] args, string folder)
        => ["--urls", Address, "--Server:DataFolder", folder, "--Server:Endpoint:Ways:0", "Local", .. args.Contains("--Logging:LogLevel:Default") ? [] : (string[])["--Logging:LogLevel:Default", "Error", "--Logging:LogLevel:Microsoft", "Error", "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Error"]];
}
