using System.Globalization;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Fuzzing;

/// <summary>Requests that are made up from the API's own document: each is answered, or refused with a reason.</summary>
public sealed class FuzzTests(PostgresServer postgres)
{
    /// <summary>How many rounds: more send more of the requests that can be made up.</summary>
    private const string Rounds = "IMMY_FUZZ_ROUNDS";

    /// <summary>Another choice of requests.</summary>
    private const string Seed = "IMMY_FUZZ_SEED";

    private const int RequestsOfEach = 15;

    // What has ended cannot be stopped, and an API key has no password.
    private static readonly string[] OnlyRefused = ["POST /api/v1/maintenance-sessions/{id}/cancel", "POST /api/v1/runs/{id}/cancel", "PUT /api/v1/session/password"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task Whatever_is_asked_is_answered_or_refused_with_a_reason() => FuzzAsync();

    [Fact]
    public async Task Whatever_is_asked_is_answered_or_refused_with_a_reason_on_PostgreSQL() => await FuzzAsync("--Server:Database", await postgres.NewDatabaseAsync());

    private static async Task FuzzAsync(params string[] arguments)
    {
        await using var world = await FuzzWorld.StartAsync(arguments);
        var api = new ApiDescription(await world.Server.Client.GetStringAsync(new Uri(world.Server.Client.BaseAddress!, "/openapi/v1.json"), Token));
        using var fuzzer = new Fuzzer(world, api, Number(Seed, 1), RequestsOfEach * Number(Rounds, 1));
        await fuzzer.RunAsync();

        Assert.True(fuzzer.Faults.Count == 0, $"{fuzzer.Faults.Count} of {fuzzer.Sent} requests went wrong:\n{string.Join('\n', fuzzer.Faults)}");
        Assert.Equal(OnlyRefused, fuzzer.NotReached.Order(StringComparer.Ordinal));
    }

    private static int Number(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual;
}
