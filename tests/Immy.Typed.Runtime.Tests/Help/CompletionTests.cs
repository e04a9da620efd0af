namespace Immy.Typed.Runtime.Tests.Help;

/// <summary>Completion in a session, as an editor asks for it.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("Add-DynamicIntegrationCapability -Interface ISupportsL", "ISupportsListingAgents ISupportsListingClients")]
    [InlineData("Add-DynamicIntegrationCapability -Interface ISupportsListingClients -Get", "-GetClients")]
    [InlineData("$integration | Add-DynamicIntegrationCapability isupportsmaintenancemode -E", "-EnableMaintenanceMode -ErrorAction -ErrorVariable")]
    [InlineData("Add-DynamicIntegrationCapability -Get", "-get_DefaultTimeout *-GetClients *")]
    [InlineData("New-DynamicIntegration -H", "-HealthCheck")]
    [InlineData("New-IntegrationAg", "New-IntegrationAgent")]
    [InlineData("New-IntegrationAgent -Agent", "-AgentId -AgentVersion")]
    [InlineData("Get-Help New-IntegrationAg", "New-IntegrationAgent")]
    [InlineData("Get-Help New-IntegrationAgent -Par", "-Parameter")]
    [InlineData("[OpRes", "Immybot.Backend.Domain.Providers.OpResult")]
    [InlineData("Add-DynamicIntegrationCapability ISupportsNope -Integ", "-Integration")]
    [InlineData("Write-Output [System.IO.File]::ReadAllText(\"/etc/passwd\").", "")]
    [InlineData("Sort-Object /et", "")]
    [InlineData("Write-Output /etc/pass", "")]
    [InlineData("", "")]
    public async Task A_piece_of_script_is_completed(string piece, string pattern)
        => Assert.Matches(
            $"^{System.Text.RegularExpressions.Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$",
            await Shown.By($"(TabExpansion2 '{piece}').CompletionMatches.CompletionText"));

    [Fact]
    public async Task What_is_offered_explains_itself()
        => Assert.Equal(
            "[scriptblock] GetClients - Lists every client of the vendor's system.",
            await Shown.By("(TabExpansion2 'Add-DynamicIntegrationCapability ISupportsListingClients -GetC').CompletionMatches[0].ToolTip"));

    [Fact]
    public async Task The_cursor_may_stand_in_the_middle()
        => Assert.Equal(
            "New-IntegrationAgent 0 17",
            await Shown.By("& { $found = TabExpansion2 -inputScript 'New-IntegrationAg -Name a' -cursorColumn 17; \"$($found.CompletionMatches[0].CompletionText) $($found.ReplacementIndex) $($found.ReplacementLength)\" }"));
}
