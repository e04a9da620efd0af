using Immy.Typed.Cli.Tests.Harness;

namespace Immy.Typed.Cli.Tests.Invoke;

public sealed class FormatTests : IDisposable
{
    private const string GetClients = "ISupportsListingClients.GetClients";
    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_list_is_one_JSON_array_when_redirected()
    {
        var ran = await InProcess.RunAsync("invoke", TwoClients(), GetClients);

        Assert.Equal("""
            [
              {"externalClientId":"1","clientName":"Client Ä1"},
              {"externalClientId":"2","clientName":"Client Ä2"}
            ]

            """.ReplaceLineEndings("\n"), ran.Out);
        Assert.Equal("", ran.Error);
        Assert.Equal(0, ran.ExitCode);
    }

    [Fact]
    public async Task A_list_is_a_line_for_each_record_as_ndjson()
    {
        var ran = await InProcess.RunAsync("invoke", TwoClients(), GetClients, "--format", "ndjson");

        Assert.Equal("""
            {"externalClientId":"1","clientName":"Client Ä1"}
            {"externalClientId":"2","clientName":"Client Ä2"}

            """.ReplaceLineEndings("\n"), ran.Out);
    }

    [Fact]
    public async Task A_list_is_a_table_with_its_count_for_people()
    {
        var ran = await InProcess.RunAsync("invoke", TwoClients(), GetClients, "--format", "table");

        Assert.Equal("""
            ╭──────────────────┬────────────╮
            │ ExternalClientId │ ClientName │
            ├──────────────────┼────────────┤
            │ 1                │ Client Ä1  │
            │ 2                │ Client Ä2  │
            ╰──────────────────┴────────────╯
            2 records.

            """.ReplaceLineEndings("\n"), ran.Out);
    }

    [Theory]
    [InlineData("json", "[]\n")]
    [InlineData("ndjson", "")]
    public async Task An_empty_list_is_right(string format, string expected)
    {
        var ran = await InProcess.RunAsync("invoke", _folder.WithBlock("ISupportsListingClients", "GetClients", ""), GetClients, "--format", format);

        Assert.Equal(expected, ran.Out);
        Assert.Equal(0, ran.ExitCode);
    }

    [Theory]
    [InlineData("json", "{\n  \"state\": \"Healthy\",\n  \"message\": null\n}\n")]
    [InlineData("ndjson", "{\"state\":\"Healthy\",\"message\":null}\n")]
    [InlineData("table", "╭─────────┬─────────╮\n│ State   │ Healthy │\n│ Message │         │\n╰─────────┴─────────╯\n")]
    public async Task A_record_is_shown_in_every_format(string format, string expected)
    {
        var ran = await InProcess.RunAsync("invoke", _folder.Script(""), "IProvider.HealthCheck", "--format", format);

        Assert.Equal(expected, ran.Out);
    }

    [Theory]
    [InlineData("json", "\"t1\"\n")]
    [InlineData("table", "t1\n")]
    public async Task A_text_is_shown_in_every_format(string format, string expected)
    {
        var script = _folder.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "param($clientId) \"t$clientId\"");
        var ran = await InProcess.RunAsync("invoke", script, "ISupportsTenantInstallToken.GetTenantInstallToken", "--arg", "clientId=1", "--format", format);

        Assert.Equal(expected, ran.Out);
    }

    [Fact]
    public async Task A_version_is_text_and_columns_without_room_are_named()
    {
        var script = _folder.WithBlock("ISupportsListingAgents", "GetAgents", "New-IntegrationAgent -AgentId 1 -Name One -AgentVersion 1.2.3 -OSName 'Windows Server 2022 Standard Edition'");
        var json = await InProcess.RunAsync("invoke", script, "ISupportsListingAgents.GetAgents");
        var table = await InProcess.RunAsync("invoke", script, "ISupportsListingAgents.GetAgents", "--format", "table");

        Assert.Contains("\"agentVersion\":\"1.2.3\"", json.Out, StringComparison.Ordinal);
        Assert.EndsWith(
            "1 record. No room for Manufacturer, IsOnline, AgentVersion, SupportsRunningScripts, SupportsOnlineStatus: --format json has them.\n",
            Unwrapped(table.Out),
            StringComparison.Ordinal);
    }

    private static string Unwrapped(string text) => text.Replace(" \n", " ", StringComparison.Ordinal);

    private string TwoClients() => _folder.WithBlock(
        "ISupportsListingClients", "GetClients", "1..2 | ForEach-Object { New-IntegrationClient -ClientId $_ -ClientName \"Client Ä$_\" }");
}
