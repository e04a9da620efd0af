using Immy.Typed.Providers;
using Immy.Typed.Runtime.Tests.Harness;
using Immybot.Backend.Domain.Providers;

namespace Immy.Typed.Runtime.Tests.Commands;

public sealed class SmallCommandTests
{
    [Theory]
    [InlineData("'x' | Should-HaveOne 'Site'", "x")]
    [InlineData("'x', 'y' | Should-HaveOne 'Site' -TakeFirst", "x")]
    [InlineData("$null, 'y' | ShouldHave-One", "y")]
    [InlineData("Should-HaveOne 'Site' -InputObject @('x')", "x")]
    public async Task The_single_object_is_passed(string body, string expected) => Assert.Equal(expected, await CommandRun.TextAsync(body));

    [Theory]
    [InlineData("@() | Should-HaveOne 'Site matching x' -TakeFirst", "Site matching x: there is none, where one is expected. Check what was searched for.")]
    [InlineData("1, 2 | Should-HaveOne", "Exactly one object: there are 2, where one is expected. Narrow the search, or take the first with -TakeFirst.")]
    public async Task None_or_several_are_an_error(string body, string expected)
        => Assert.Equal($"Test.ps1(3,{body.IndexOf('|', StringComparison.Ordinal) + 3}): error IMMY411: {expected}", await CommandRun.FailureAsync(body));

    [Theory]
    [InlineData("'abc' | Get-Hash", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")]
    [InlineData("Get-Hash 'abc' -AsHex", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("Get-Hash -String 'abc' -Algorithm md5 -AsHex", "900150983cd24fb0d6963f7d28e17f72")]
    [InlineData("[System.Text.Encoding]::UTF8.GetBytes('abc') | Get-Hash -Algorithm MD5 -AsHex", "900150983cd24fb0d6963f7d28e17f72")]
    [InlineData("Get-Hash -InputObject ([System.Text.Encoding]::UTF8.GetBytes('abc')) -Algorithm SHA1 -AsHex", "a9993e364706816aba3e25717850c26c9cd0d89d")]
    public async Task Text_and_bytes_are_hashed(string body, string expected) => Assert.Equal(expected, await CommandRun.TextAsync(body));

    [Fact]
    public async Task Other_things_are_not_hashed() => Assert.Equal(
        "Test.ps1(3,1): error IMMY412: Get-Hash: it hashes text and bytes, and got Hashtable. Make a text of it first, for example with ConvertTo-Json.",
        await CommandRun.FailureAsync("Get-Hash @{ a = 1 }"));

    [Theory]
    [InlineData("64 bit", "X64")]
    [InlineData("x64", "X64")]
    [InlineData("amd64", "X64")]
    [InlineData("x86_64", "X64")]
    [InlineData("ARM64", "Arm64")]
    [InlineData("aarch64", "Arm64")]
    [InlineData("32 bit", "X86")]
    [InlineData("x86", "X86")]
    [InlineData("windows_32", "X86")]
    [InlineData("Universal", "Any")]
    [InlineData("", "Any")]
    public async Task A_processor_is_read_in_the_vendor_s_words(string written, string expected)
        => Assert.Equal(expected, await CommandRun.TextAsync($"(New-DynamicVersion -Version 1.0 -Uri 'https://h/a.msi' -Architecture '{written}').Architecture.ToString()"));

    [Fact]
    public async Task A_version_has_all_that_it_was_given_and_loses_only_what_is_odd()
    {
        await using var host = new TestHost();
        var text = await CommandRun.TextAsync(host, """
            $v = New-DynamicVersion -Url 'https://h/a.exe' -Version '2.0-rc1' -FileName 'a.exe' -Architecture sparc -PackageType '.msi'
            "$($v.Version) $($v.Url) $($v.FileName) $($v.Architecture) $($v.PackageType)"
            """);
        Assert.Equal("2.0-rc1 https://h/a.exe a.exe Any MSI", text);
        Assert.Equal(
            ["IMMY216: Architecture of version 2.0-rc1 is 'sparc', which is no processor; the field stays empty. Pass a value that is one, or leave the parameter out."],
            host.Warnings());
    }

    [Fact]
    public async Task A_branding_keeps_the_form_s_own_where_nothing_is_said() => Assert.Equal(
        "Help|True|False|",
        await CommandRun.TextAsync("""
            $b = New-SupportFormBranding -SupportSidebarTitle Help -ShowSessionSupportConfirmCheckbox 'false'
            "$($b.SupportSidebarTitle)|$($b.ShowConfirmationCheckbox)|$($b.ShowSessionSupportConfirmCheckbox)|$($b.FooterMessage)"
            """));

    [Fact]
    public async Task A_branding_s_option_is_true_or_false() => Assert.Equal(
        "Test.ps1(3,1): error IMMY412: New-SupportFormBranding: -ShowConfirmationCheckbox is 'maybe', which is no true or false. Write -ShowConfirmationCheckbox $false or -ShowConfirmationCheckbox $true.",
        await CommandRun.FailureAsync("New-SupportFormBranding -ShowConfirmationCheckbox maybe"));

    [Fact]
    public async Task A_provider_is_found_by_name_or_id_and_its_agents_too()
    {
        await using var host = new TestHost();
        host.Providers.Set(
            new ProviderInfo("7", "Acme", "SentinelOne", new Dictionary<string, object?> { ["S1Uri"] = "https://h" }),
            [Agent("a1", "c1"), Agent("a2", "c2")]);
        Assert.Equal("7 Acme SentinelOne https://h a1 a2 a2 a1", await CommandRun.TextAsync(host, """
            $info = Get-ProviderInfo -Name acme
            $same = Get-ProviderInfo -ProviderLinkId 7
            "$($same.ProviderLinkId) $($info.Name) $($info.Type) $($info.Configuration.s1uri) $((Get-ProviderAgent acme).ExternalAgentId) $((Get-ProviderAgent acme -ClientId c2).ExternalAgentId) $((Get-ProviderAgent -ProviderLinkId 7 -AgentId a1).ExternalAgentId)"
            """));
    }

    [Fact]
    public async Task A_name_is_found_in_any_case_while_it_means_one()
    {
        await using var host = new TestHost();
        host.Providers.Set(new ProviderInfo("7", "Acme", "RMM", new Dictionary<string, object?>()));
        host.Providers.Set(new ProviderInfo("8", "ACME", "PSA", new Dictionary<string, object?>()));
        Assert.Equal("7 8", await CommandRun.TextAsync(host, "\"$((Get-ProviderInfo Acme).ProviderLinkId) $((Get-ProviderInfo ACME).ProviderLinkId)\""));
        var several = await CommandRun.TextAsync(host, "try { Get-ProviderInfo acme } catch { \"$_\" }");
        Assert.StartsWith("There are 2 integration instances named 'acme': ", several, StringComparison.Ordinal);
        Assert.EndsWith(". Write the name in its own case, or pass -ProviderLinkId.", several, StringComparison.Ordinal);
        Assert.Contains("'ACME' (8)", several, StringComparison.Ordinal);
        Assert.Equal("There is no integration instance named 'Acne'. Did you mean 'Acme'?", await CommandRun.TextAsync(host, "try { Get-ProviderInfo Acne } catch { \"$_\" }"));
    }

    [Theory]
    [InlineData("Get-ProviderInfo Other", "IMMY410: There is no integration instance named 'Other'. This host has none: make one first.")]
    [InlineData("Get-ProviderInfo -ProviderLinkId 9", "IMMY410: There is no integration instance with the link id 9. Pass the id of one that exists, or its name: -Name.")]
    [InlineData("Get-ProviderAgent", "IMMY412: Get-ProviderAgent: it is not said which integration instance is meant, and no action tells. Pass -Name or -ProviderLinkId.")]
    [InlineData("Get-WindowsRegistryValue HKLM:\\A B", "IMMY408: Get-WindowsRegistryValue runs on the action's computer, and there is none here. Call it in a script that runs for a computer, such as GetInventoryScript.")]
    public async Task What_is_not_there_is_named(string body, string expected)
        => Assert.Equal("Test.ps1(3,1): error " + expected, await CommandRun.FailureAsync(body));

    [Fact]
    public async Task A_variable_is_written_with_name_type_and_value_and_without_secrets()
    {
        await using var host = new TestHost();
        await CommandRun.TextAsync(host, """
            $IntegrationContext.ApiToken = 'hidden-secret'
            $text = 'it is hidden-secret'; $list = @(1); $none = $null
            $text | Write-Variable
            $list | Write-Variable
            $none | Write-Variable
            Write-Variable $text
            Write-Variable -Name list
            (1 + 1) | Write-Variable
            $table = @{ a = 'hidden-secret' }; $table | Write-Variable
            if ($true) { $table.a | Write-Variable }
            'ok'
            """);
        Assert.Equal(
            """
            $text (String) = it is ********
            $list (Object[]) = [
              1
            ]
            $none ($null) = $null
            $text (String) = it is ********
            list (Object[]) = [
              1
            ]
            (1 + 1) (Int32) = 2
            $table (Hashtable) = {
              "a": "********"
            }
            $table.a (String) = ********
            """.ReplaceLineEndings("\n"),
            string.Join("\n", host.HostLines()).ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("& '/bin/echo' hi")]
    [InlineData("& 'uname'")]
    public async Task A_session_runs_no_program_of_the_real_machine(string call)
        => Assert.Equal("refused", await CommandRun.TextAsync($"try {{ {call} }} catch {{ 'refused' }}"));

    private static ProviderAgentDetails Agent(string id, string client) => new() { ExternalAgentId = id, ExternalClientId = client };
}
