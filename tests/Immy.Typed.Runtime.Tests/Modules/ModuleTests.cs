using Immy.Typed.Modules;
using Immy.Typed.Runtime.Tests.Harness;

namespace Immy.Typed.Runtime.Tests.Modules;

public sealed class ModuleTests
{
    private static readonly ModuleLibrary Library = ModuleLibrary.Empty.With("Counter", """
        $script:count = 0
        function Step-Counter { [CmdletBinding()] param([int]$By = 1) $script:count += $By; $script:count }
        function Get-Hidden { 'hidden' }
        function Get-Shown { Get-Hidden }
        Export-ModuleMember -Function Step-Counter, Get-Shown
        """);

    [Theory]
    [InlineData("Import-Module Counter\nStep-Counter")]
    [InlineData("Import-Module Counter -Force\nImport-Module -Name counter.psm1\nStep-Counter -By 1")]
    [InlineData("Step-Counter")]
    [InlineData("(Import-Module Counter -PassThru).Name | Out-Null\n@{ By = 1 } | ForEach-Object { $p = $_; Step-Counter @p }")]
    public async Task A_module_is_found_by_its_name_or_by_its_command(string body)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", body), Library);

        Assert.Equal("1", await integration.TokenAsync());
    }

    [Fact]
    public async Task A_module_keeps_its_state_within_a_session()
    {
        await using var host = new TestHost(static options => options.SessionsPerIntegration = 1);
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "Import-Module Counter; Step-Counter"), Library);

        Assert.Equal(["1", "2", "3"], [await integration.TokenAsync(), await integration.TokenAsync(), await integration.TokenAsync()]);
    }

    [Fact]
    public async Task Only_what_a_module_exports_is_seen()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "Import-Module Counter; \"$(Get-Shown) $((Get-Command -Module Counter).Name | Sort-Object)\""), Library);

        Assert.Equal("hidden Get-Shown Step-Counter", await integration.TokenAsync());
    }

    [Fact]
    public async Task A_module_sees_the_integrations_context()
    {
        await using var host = new TestHost();
        var library = ModuleLibrary.Empty.With("Ctx", "function Get-Ctx { $IntegrationContext.Value }");
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "$IntegrationContext.Value = 'seen'; Get-Ctx"), library);

        Assert.Equal("seen", await integration.TokenAsync());
    }

    [Theory]
    [InlineData("function Get-X { ", "Broken.psm1(1,16): error IMMY402: The module script 'Broken' fails: Missing closing '}' in statement block or type definition. Mend the module.")]
    [InlineData("class Thing {\n    [string] $Name\n}", "Broken.psm1(1,1): error IMMY128: A script defines no classes: the language of integrations has none. Write [pscustomobject]@{ ... } for what the class holds, and functions for what it does; an enum may stay.")]
    [InlineData("\nthrow 'no'", "Broken.psm1(2,1): error IMMY402: The module script 'Broken' fails: no. Mend the module.")]
    public async Task A_module_that_fails_is_named_with_its_place(string module, string message)
    {
        await using var host = new TestHost();

        Assert.Equal([message], await host.RefusedAsync("Import-Module Broken\n" + Scripts.With(""), ModuleLibrary.Empty.With("Broken", module)));
    }

    [Fact]
    public async Task A_record_literal_in_a_module_is_a_record()
    {
        await using var host = new TestHost();
        var library = ModuleLibrary.Empty.With("Rec", "function Get-Rec { [PSCustomObject]@{ B = 1; A = 'x' }; [pscustomobject][ordered]@{ C = 2 } }");
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "Get-Rec | ConvertTo-Json -Compress"), library);

        Assert.Equal("""[{"B":1,"A":"x"},{"C":2}]""", await integration.TokenAsync());
    }

    [Fact]
    public void A_library_of_a_folder_names_what_is_wrong()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "One.psm1"), "");
        File.WriteAllText(Path.Combine(folder.Path, "notes.txt"), "");
        Assert.Equal(["One"], ModuleLibrary.FromFolder(folder.Path).Modules.Select(static module => module.Name));

        File.WriteAllText(Path.Combine(folder.Path, "one.ps1"), "");
        Assert.StartsWith(
            $"The module folder '{folder.Path}' has two files for the module 'One': One.psm1 and one.ps1. Keep one of them.",
            Assert.Throws<ArgumentException>(() => ModuleLibrary.FromFolder(folder.Path)).Message,
            StringComparison.Ordinal);
        Assert.Equal(
            "The module folder 'nowhere' does not exist. Name a folder of .psm1 files.",
            Assert.Throws<DirectoryNotFoundException>(() => ModuleLibrary.FromFolder("nowhere")).Message);
    }
}
