using Immy.Typed.Capabilities;
using Immy.Typed.Runtime.Tests.Commands;
using Immy.Typed.Runtime.Tests.Harness;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Vocabulary;

/// <summary>Every type, attribute and variable that scripts may name resolves in a session.</summary>
public sealed class TypeVocabularyTests
{
    /// <summary>The types of all contracts, by short and by full name.</summary>
    public static TheoryData<string> ContractTypes()
    {
        var blocks = CapabilityCatalog.ListOf(typeof(IProvider).Assembly).Capabilities.SelectMany(static capability => capability.Blocks);
        var named = blocks.SelectMany(static block => block.Parameters.Where(static parameter => !parameter.IsArguments).Select(static parameter => parameter.Type).Append(block.ResultType))
            .Where(static type => type.Namespace is { } space && (space.StartsWith("Immybot", StringComparison.Ordinal) || space.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)));
        var enums = typeof(IProvider).Assembly.GetExportedTypes().Where(static type => type.IsEnum && type.Namespace?.StartsWith("Immybot", StringComparison.Ordinal) == true);
        return [.. named.Concat(enums).Distinct().SelectMany(static type => new[] { type.Name, type.FullName! })];
    }

    [Theory]
    [MemberData(nameof(ContractTypes))]
    [InlineData("ObjectResult")]
    [InlineData("OkObjectResult")]
    [InlineData("OkResult")]
    [InlineData("CreatedResult")]
    [InlineData("AcceptedResult")]
    [InlineData("NoContentResult")]
    [InlineData("EmptyResult")]
    [InlineData("BadRequestResult")]
    [InlineData("BadRequestObjectResult")]
    [InlineData("UnauthorizedResult")]
    [InlineData("UnauthorizedObjectResult")]
    [InlineData("NotFoundResult")]
    [InlineData("NotFoundObjectResult")]
    [InlineData("ConflictResult")]
    [InlineData("ConflictObjectResult")]
    [InlineData("UnprocessableEntityResult")]
    [InlineData("UnprocessableEntityObjectResult")]
    [InlineData("StatusCodeResult")]
    [InlineData("ContentResult")]
    [InlineData("JsonResult")]
    [InlineData("RedirectResult")]
    [InlineData("FileContentResult")]
    [InlineData("DotNext.Optional[Immybot.Backend.Providers.Interfaces.ProviderSupportFormBranding]")]
    public async Task A_type_resolves(string name) => Assert.Equal("True", await CommandRun.TextAsync($"[{name}] -is [type]"));

    [Theory]
    [InlineData("[OpResult]::Fail('no').Message", "no")]
    [InlineData("[OpResult]::Ok().IsSuccess", "True")]
    [InlineData("[HealthCheckResult]::Degraded('slow').State", "Degraded")]
    [InlineData("[ScriptLanguage]::PowerShell", "PowerShell")]
    [InlineData("$r = [ObjectResult]::new('ok'); $r.StatusCode = 418; $r.StatusCode", "418")]
    [InlineData("[CreatedResult]::new('https://acme.example/7', 'made').StatusCode", "201")]
    [InlineData("[UnprocessableEntityObjectResult]::new('odd').StatusCode", "422")]
    [InlineData("[ConflictResult]::new().StatusCode", "409")]
    [InlineData("[FileContentResult]::new([byte[]](1, 2), 'application/pdf').ContentType", "application/pdf")]
    [InlineData("([SupportTicketCreationResult]@{ Success = $true; Message = 'Ticket 1' }).Message", "Ticket 1")]
    [InlineData("[Architecture]::X64", "X64")]
    [InlineData("[PackageType]::MSI", "MSI")]
    [InlineData("[HealthState]::Disabled", "Disabled")]
    public async Task A_type_is_used_as_scripts_use_it(string body, string expected) => Assert.Equal(expected, await CommandRun.TextAsync(body));

    [Theory]
    [InlineData("Password()")]
    [InlineData("Password(StripValue)")]
    [InlineData("Password(StripValue = $true)")]
    [InlineData("DisplayName('Key')")]
    [InlineData("Dropdown({ 'a', 'b' })")]
    [InlineData("OAuthConsent(AuthorizationEndpoint = 'https://login.acme.example/authorize', TokenEndpoint = 'https://login.acme.example/token', ClientID = 'immy', Scope = 'agents.read')")]
    [InlineData("Parameter(Mandatory, HelpMessage = 'See **the guide**')")]
    [InlineData("ValidateSet('a', 'b')")]
    [InlineData("ValidateNotNullOrEmpty()")]
    public async Task An_attribute_of_a_field_resolves(string attribute)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync($$"""
            $Integration = New-DynamicIntegration -Init { param([{{attribute}}]$Value) [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
            return $Integration
            """);

        Assert.Empty(integration.Warnings);
        Assert.True((await integration.InitAsync(("Value", "a"))).IsSuccess);
    }

    [Theory]
    [InlineData("ScriptTimeout(TimeoutSeconds = 300)")]
    [InlineData("JobSettings(PeriodMinutes = 5)")]
    [InlineData("CmdletBinding()")]
    [InlineData("OutputType([IProviderAgentDetails[]])")]
    [InlineData("OutputType([Immybot.Backend.Domain.Providers.IProviderAgentDetails[]])")]
    public async Task An_attribute_of_a_block_resolves(string attribute)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsListingAgents", "GetAgents", $"[{attribute}]\nparam($clientIds)\nNew-IntegrationAgent -AgentId 1"));

        Assert.Empty(integration.Warnings);
        Assert.Single(await integration.AgentsAsync("c"));
    }

    [Theory]
    [InlineData("$IntegrationContext -is [Hashtable]")]
    [InlineData("$providerTypeFormData -is [Hashtable]")]
    public async Task A_variable_is_there(string body) => Assert.Equal("True", await CommandRun.TextAsync(body));
}
