using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.Hosting.Configuration;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.Extensions.Configuration;

namespace Immy.Typed.Server.Tests.Hosting;

/// <summary>A configuration that is not right is told before anything starts, all of it at once.</summary>
public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("Server:InitPeriode", "00:20:00", "Server:InitPeriode is no setting. Did you mean 'Server:InitPeriod'?")]
    [InlineData("Server:Zzz", "1", "Server:Zzz is no setting. Server has: ")]
    [InlineData("Server:DataFoldr", "x", "Server:DataFoldr is no setting. Did you mean 'Server:DataFolder'?")]
    [InlineData("Server:Cluster:IsOn", "true", "Server:Cluster:IsOn is true without Server:Database. Machines find each other in a PostgreSQL database: give its connection string, such as ")]
    [InlineData("Server:Cluster:Address", "here", "Server:Cluster:Address is 'here'. Write the IP address at which the other machines reach this one, such as 10.0.0.5.")]
    [InlineData("Server:Cluster:Port", "70000", "Server:Cluster:Port is 70000. Write a port from 1 to 65535, or 0 for a free one.")]
    [InlineData("Server:InitPeriod", "often", "Server:InitPeriod is 'often'. Write a time such as 00:20:00 (hours:minutes:seconds).")]
    [InlineData("Server:InitPeriod", "20", "Server:InitPeriod is '20', which is 20 days. Write a time such as 00:20:00 (hours:minutes:seconds), or 20.00:00:00 where days are meant.")]
    [InlineData("Server:InitPeriod", "-00:20:00", "Server:InitPeriod is -00:20:00. Write a time longer than zero and of at most 45 days, such as 00:20:00.")]
    [InlineData("Server:HealthCheckPeriod", "90.00:00:00", "Server:HealthCheckPeriod is 90.00:00:00. Write a time longer than zero and of at most 45 days, such as 00:20:00.")]
    [InlineData("Server:RemovalShare", "a fifth", "Server:RemovalShare is 'a fifth'. Write a number such as 0.2.")]
    [InlineData("Server:RemovalShare", "20", "Server:RemovalShare is 20. Write a number from 0 to 1, such as 0.2 for a fifth.")]
    [InlineData("Server:RequestBodyBytes", "1", "Server:RequestBodyBytes is 1. Write a whole number of at least 1000.")]
    [InlineData("Server:DataFolder", "/dev/null/x", "Server:DataFolder is '/dev/null/x', which cannot be made: ")]
    [InlineData("Server:RequestBodyBytes:More", "1", "Server:RequestBodyBytes has settings below it, but it is a single value. Write a whole number.")]
    [InlineData("ImmyTyped:Pool:QueueTme", "00:01:00", "ImmyTyped:Pool:QueueTme is no setting. Did you mean 'ImmyTyped:Pool:QueueTime'?")]
    [InlineData("ImmyTyped:Pool:RunningCalls", "many", "ImmyTyped:Pool:RunningCalls is 'many'. Write a whole number.")]
    [InlineData("ImmyTyped:Http:ForbidPrivateAddresses", "yes", "ImmyTyped:Http:ForbidPrivateAddresses is 'yes'. Write true or false.")]
    [InlineData("Sever:DataFolder", "data", "Sever is no section of the configuration. Did you mean 'Server'?")]
    public void What_is_wrong_is_named_with_its_mend(string key, string value, string expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>(key, value)]).Build();

        var refused = Assert.Throws<StartException>(() => ConfigurationCheck.Read(configuration));

        Assert.StartsWith($"The configuration is not right:{Environment.NewLine}  {expected}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Machines_of_a_cluster_must_name_the_folder_of_their_keys()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Server:Cluster:IsOn"] = "true", ["Server:Database"] = "Host=db" }).Build();

        var refused = Assert.Throws<StartException>(() => ConfigurationCheck.Read(configuration));

        Assert.Contains("Server:Cluster:IsOn is true without Server:KeyFolder. A provider link moves between machines and needs its secrets on each: name a folder that all of them share.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_right_is_read()
    {
        var folder = Directory.CreateTempSubdirectory("immy-server").FullName;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Server:DataFolder"] = folder,
            ["server:initperiod"] = "00:05:00",
            ["ImmyTyped:Http:AllowedHosts:0"] = "api.example.com",
            ["Logging:LogLevel:Default"] = "Error",
        }).Build();

        Assert.Equal(TimeSpan.FromMinutes(5), ConfigurationCheck.Read(configuration).InitPeriod);
        Directory.Delete(folder);
    }

    [Fact]
    public async Task The_process_ends_with_2_and_every_problem_and_no_stack_trace()
    {
        var exit = await ServerExit.OfAsync("--Server:RemovalShar", "x", "--ImmyTyped:DefaultTimeout", "now");

        Assert.Equal(2, exit.Code);
        Assert.Equal(
            [
                "The configuration is not right:",
                "  Server:RemovalShar is no setting. Did you mean 'Server:RemovalShare'?",
                "  ImmyTyped:DefaultTimeout is 'now'. Write a time such as 00:20:00 (hours:minutes:seconds).",
            ],
            exit.Errors.TrimEnd().Split(Environment.NewLine));
        Assert.Equal("", exit.Output);
    }

    [Fact]
    public async Task Limits_of_the_runtime_that_do_not_fit_together_are_told_too()
    {
        var folder = Directory.CreateTempSubdirectory("immy-server").FullName;

        var exit = await ServerExit.OfAsync("--Server:DataFolder", folder, "--ImmyTyped:Pool:RunningCalls", "9", "--ImmyTyped:Pool:OpenSessions", "8");

        Assert.Equal(2, exit.Code);
        Assert.Contains("  ImmyTyped:Pool:OpenSessions (8) is less than Pool.RunningCalls (9), but each call needs a session. Raise the one or lower the other.", exit.Errors, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("immy-server").FullName;
        await using var server = await TestServer.StartAsync();

        var exit = await ServerExit.OfAsync("--Server:DataFolder", folder, "--urls", $"http://{server.Client.BaseAddress!.Authority}");

        Assert.Equal(2, exit.Code);
        Assert.Equal(
            $"Failed to bind to address http://{server.Client.BaseAddress.Authority}: address already in use. Stop what listens there, or give another address: --urls http://127.0.0.1:8081.",
            exit.Errors.Trim());

        // The log has what the settings that come along let through, wherever the server is started, and no stack traces.
        Assert.DoesNotContain("   at ", exit.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Executed DbCommand", exit.Output, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("""{ "Server": { "HealthCheckPeriod": "often" } }""", "  Server:HealthCheckPeriod is 'often'. Write a time such as 00:20:00 (hours:minutes:seconds).")]
    [InlineData("{\n  \"Server\": {\n    \"HealthCheckPeriod\":\n  }\n}", "It is not JSON from line 4 on. Mend it there.")]
    public async Task The_settings_of_the_folder_in_which_it_is_started_count_and_what_is_wrong_in_them_is_told(string settings, string message)
    {
        var folder = Directory.CreateTempSubdirectory("immy-server").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), settings, TestContext.Current.CancellationToken);

        var exit = await ServerExit.InAsync(folder, "--Server:DataFolder", folder);

        Assert.Equal(2, exit.Code);
        Assert.EndsWith(message, exit.Errors.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", exit.Errors, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
