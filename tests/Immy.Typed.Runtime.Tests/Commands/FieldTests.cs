using Immy.Typed.Runtime.Tests.Harness;

namespace Immy.Typed.Runtime.Tests.Commands;

public sealed class FieldTests
{
    [Theory]
    [InlineData("New-ParameterCollection @((New-Parameter Region -Mandatory), (New-Parameter Level -Type ([int])))")]
    [InlineData("New-ParameterCollection (New-Parameter Region -Mandatory) (New-Parameter Level -Type int)")]
    [InlineData("(New-Parameter Region), (New-Parameter Level -Type int) | New-ParameterCollection")]
    [InlineData("$a = New-Parameter Region; $b = New-Parameter Level -Type int; New-ParameterCollection $a $b")]
    [InlineData("$fields = @(New-Parameter Region; New-Parameter Level -Type int); New-ParameterCollection -Parameters $fields")]
    [InlineData("New-Parameter Region\nNew-Parameter Level -Type int")]
    [InlineData("New-ParameterCollection (New-Parameter Region)\nNew-Parameter Level -Type int")]
    [InlineData("'Region', 'Level' | ForEach-Object { if ($_ -eq 'Level') { New-Parameter $_ -Type int } else { New-Parameter $_ } }")]
    [InlineData("foreach ($name in 'Region') { New-Parameter $name }; if ($true) { New-Parameter Level -Type int }")]
    [InlineData("function Get-Fields { [CmdletBinding()] param() New-Parameter Region; New-Parameter Level -Type int }; Get-Fields")]
    public async Task Fields_of_dynamicparam_reach_Init_with_and_without_a_collection(string fields)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync($$"""
            New-DynamicIntegration -Init {
                [CmdletBinding()]
                param([string]$Mode)
                dynamicparam { {{fields}} }
                end { $IntegrationContext.Seen = "$Mode $($PSBoundParameters.Region) $($PSBoundParameters.Level + 1)"; [OpResult]::Ok() }
            } -HealthCheck { New-UnhealthyResult $IntegrationContext.Seen }
            """);
        await integration.InitAsync(("Mode", "m"), ("Region", "eu"), ("Level", "4"));
        Assert.Equal("m eu 5", (await integration.HealthAsync()).Message);
    }

    [Fact]
    public async Task Every_kind_of_field_carries_what_the_form_shows() => Assert.Equal(
        """
        Plain String True a,b Name here
        DropDown String False x,y
        MultiSelect String[] False x
        DateTime DateTime False
        Checkbox Boolean False
        OAuthConsent Object True
        HelpText String False
        """.ReplaceLineEndings("\n"),
        await CommandRun.TextAsync("""
            $fields = @(
                New-Parameter -Name A -Mandatory -ValidateSet a, b -HelpMessage 'Name here'
                New-DropDownParameter B x, y
                New-DropDownParameter C -Choices x -Multiselect
                New-DateTimeParameter D
                New-CheckboxParameter E -DefaultValue $true
                New-OAuthConsentParameter -Name F -ResponseType code -AuthorizationEndpoint 'https://h/a' -TokenEndpoint 'https://h/t' -ClientID id -ClientSecret 'very-secret' -Scope a, b -Mandatory -Resource r -ExtraQueryParameters @{ x = 1 } -AllowNull -Hidden -Position 3
                New-HelpText -Name G -HelpMessage '**Read** this'
            )
            ($fields | ForEach-Object {
                $parameter = $_.Attributes | Where-Object { $null -ne $_.Mandatory }
                $field = $_.Attributes | Where-Object { $null -ne $_.Kind }
                "$($field.Kind) $($_.ParameterType.Name) $($parameter.Mandatory) $($field.Choices -join ',') $(if ($field.Kind -eq 'Plain') { $parameter.HelpMessage })".Trim()
            }) -join "`n"
            """));

    [Fact]
    public async Task A_form_has_no_fields_of_types_with_effects() => Assert.Equal(
        "Test.ps1(3,1): error IMMY412: New-Parameter: a form has no fields of type FileInfo. Use a text, and convert it in Init.",
        await CommandRun.FailureAsync("New-Parameter F -Type ([System.IO.FileInfo])"));

    [Fact]
    public async Task Two_fields_of_one_name_are_an_error() => Assert.Equal(
        "Test.ps1(3,1): error IMMY416: The form has two fields 'b'. Give each field of dynamicparam its own name.",
        await CommandRun.FailureAsync("New-ParameterCollection (New-Parameter B) (New-Parameter b)"));

    [Fact]
    public async Task A_collection_takes_fields_only() => Assert.Equal(
        "Test.ps1(3,1): error IMMY417: New-ParameterCollection takes what New-Parameter and its relatives return, and got String. Pass the fields only.",
        await CommandRun.FailureAsync("New-ParameterCollection 'x'"));
}
