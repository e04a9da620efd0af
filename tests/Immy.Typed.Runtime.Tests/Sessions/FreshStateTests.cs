using Immy.Typed.Integrations;
using Immy.Typed.Modules;
using Immy.Typed.Runtime.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Runtime.Tests.Sessions;

/// <summary>What docs/sessions.md says of two calls of one session, and of two instances.</summary>
public sealed class FreshStateTests
{
    /// <summary>What one call does, how the next one looks for it, and what it finds.</summary>
    public static TheoryData<string, string, string> BetweenCalls => new()
    {
        // What every call finds as the top level left it.
        { "Write-Error one -ErrorAction SilentlyContinue", "$Error.Count", "0" },
        { "$global:ErrorActionPreference = 'Stop'", "$ErrorActionPreference", "Continue" },
        { "$global:WarningPreference = 'SilentlyContinue'", "$WarningPreference", "Continue" },
        { "$global:VerbosePreference = 'Continue'", "$VerbosePreference", "SilentlyContinue" },
        { "$global:DebugPreference = 'Continue'", "$DebugPreference", "SilentlyContinue" },
        { "$global:InformationPreference = 'Stop'", "$InformationPreference", "SilentlyContinue" },
        { "$global:ProgressPreference = 'SilentlyContinue'", "$ProgressPreference", "Continue" },
        { "$global:ConfirmPreference = 'Low'", "$ConfirmPreference", "None" },
        { "$global:WhatIfPreference = $true", "$WhatIfPreference", "False" },
        { "$PSDefaultParameterValues['Out-String:Width'] = 5", "$PSDefaultParameterValues.Count", "0" },
        { "$global:PSDefaultParameterValues = @{ 'Out-String:Width' = 5 }", "$PSDefaultParameterValues.Count", "0" },

        // What belongs to the block's own scope, and ends with it.
        { "$x = 1", "$x", "" },
        { "function Get-Mine { 1 }", "[bool](Get-Command Get-Mine -ErrorAction Ignore)", "False" },
        { "Set-Alias mine Get-Date", "[bool](Get-Alias mine -ErrorAction Ignore)", "False" },
        { "Set-StrictMode -Version Latest", "$null -eq $notThere", "True" },
        { "'abc' -match 'b' | Out-Null", "$Matches.Count", "0" },

        // What a script says that it wants to keep in the session.
        { "$global:x = 1", "$global:x", "1" },
        { "$script:x = 1", "$script:x", "1" },
        { "function global:Get-Mine { 1 }", "& ('Get-' + 'Mine')", "1" },
        { "Set-Alias mine Get-Date -Scope Global", "[bool](Get-Alias mine)", "True" },
        { "$IntegrationContext.X = 1", "$IntegrationContext.X", "1" },
    };

    [Theory]
    [MemberData(nameof(BetweenCalls))]
    public async Task The_next_call_of_a_session_finds(string first, string look, string found)
    {
        await using var host = new TestHost(static options => options.SessionsPerIntegration = 1);
        var integration = await host.LoadAsync(Script(first, look));

        Assert.Equal("done", await integration.TokenAsync("first"));
        Assert.Equal(found, await integration.TokenAsync("look"));
    }

    [Theory]
    [MemberData(nameof(BetweenCalls))]
    public async Task Another_instance_of_the_same_script_finds_nothing(string first, string look, string found)
    {
        await using var host = new TestHost(static options => options.SessionsPerIntegration = 1);
        var one = await host.LoadAsync(Script(first, look));
        var other = await host.LoadAsync(Script("", look));
        var before = await TryAsync(other);

        Assert.Equal("done", await one.TokenAsync("first"));

        Assert.Equal(before, await TryAsync(other));
        Assert.NotNull(found);
    }

    [Fact]
    public async Task What_the_top_level_sets_is_what_every_call_finds()
    {
        await using var host = new TestHost(static options => options.SessionsPerIntegration = 1);
        var integration = await host.LoadAsync(
            "$ErrorActionPreference = 'Stop'\n$PSDefaultParameterValues['Get-Date:Year'] = 2020\n"
            + Script("$global:ErrorActionPreference = 'Continue'; $PSDefaultParameterValues.Clear()", "\"$ErrorActionPreference $((Get-Date).Year)\""));

        Assert.Equal("Stop 2020", await integration.TokenAsync("look"));
        Assert.Equal("done", await integration.TokenAsync("first"));
        Assert.Equal("Stop 2020", await integration.TokenAsync("look"));
    }

    [Fact]
    public async Task The_culture_is_fresh_even_where_a_script_may_set_it()
    {
        await using var host = new TestHost(static options => options.SessionsPerIntegration = 1);
        var source = new IntegrationSource { Name = "Test", Script = Script("[cultureinfo]::CurrentCulture = 'de-DE'", "[string]::Format('{0}', 1.5)"), AllowFullLanguage = true };
        await using var integration = await host.Services.GetRequiredService<IIntegrationLoader>().LoadAsync(source, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("done", await integration.TokenAsync("first"));
        Assert.Equal("1.5", await integration.TokenAsync("look"));
    }

    [Fact]
    public async Task The_state_of_a_module_is_that_of_its_session()
    {
        var modules = ModuleLibrary.Empty.With("Counter", "$script:count = 0\nfunction Add-Count { $script:count++; $script:count }");
        await using var host = new TestHost(static options => options.SessionsPerIntegration = 1);
        var script = Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "\"$(Add-Count)\"");
        var one = await host.LoadAsync(script, modules);
        var other = await host.LoadAsync(script, modules);

        Assert.Equal(["1", "2"], [await one.TokenAsync(), await one.TokenAsync()]);
        Assert.Equal("1", await other.TokenAsync());
    }

    private static string Script(string first, string look) => Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", $$"""
        param($clientId)
        if ($clientId -eq 'first') { {{first}}; return 'done' }
        "$({{look}})"
        """);

    // Some have nothing to look at there, and fail.
    private static async Task<string> TryAsync(DynamicIntegration integration)
    {
        try
        {
            return await integration.TokenAsync("look");
        }
        catch (Problems.BlockException exception)
        {
            return exception.Message;
        }
    }
}
