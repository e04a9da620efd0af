using Immy.Typed.Runtime.Tests.Harness;

namespace Immy.Typed.Runtime.Tests.Loading;

/// <summary>Parameters that bind without an error, and still never hold what their author expects.</summary>
public sealed class ParameterProblemTests
{
    [Theory]
    [InlineData(
        "ISupportsExternalProviderAgentUrl",
        "GetExternalProviderAgentUrl",
        "param([IProviderAgentDetails]$agent)",
        "Test.ps1(3,7): warning IMMY126: ISupportsExternalProviderAgentUrl.GetExternalProviderAgentUrl declares -agent, which the host does not pass, so it is always empty; what the host does pass it leaves out: -device. Name it -device, or remove it.")]
    [InlineData(
        "ISupportsHttpRequest",
        "HandleHttpRequest",
        "param($Context, $route)",
        "Test.ps1(3,7): warning IMMY126: ISupportsHttpRequest.HandleHttpRequest declares -Context, which the host does not pass, so it is always empty; what the host does pass it leaves out: -httpContext, -body. Give it the name that the contract has, or remove it.")]
    public async Task A_parameter_that_stands_in_another_s_place_is_warned_of(string capability, string block, string body, string warning)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock(capability, block, body));

        Assert.Equal(warning, Assert.Single(integration.Warnings).ToString());
    }

    [Theory]
    [InlineData("param($clientIds, $more)")]
    [InlineData("param($pageSize = 100)")]
    [InlineData("param([Alias('clientIds')]$sites)")]
    [InlineData("param()")]
    [InlineData("$args")]
    public async Task An_extra_parameter_is_welcome(string body)
    {
        await using var host = new TestHost();

        Assert.Empty((await host.LoadAsync(Scripts.WithBlock("ISupportsListingAgents", "GetAgents", body))).Warnings);
    }

    [Fact]
    public async Task An_attribute_without_parentheses_is_told_before_a_secret_could_be_shown()
    {
        await using var host = new TestHost();

        Assert.Equal(
            ["Test.ps1(1,53): error IMMY127: [Password] of the parameter -ApiKey of IProvider.Init has no parentheses, so PowerShell takes it for the type of the value. Write [Password()]."],
            await host.RefusedAsync("$Integration = New-DynamicIntegration -Init { param([Password]$ApiKey) } -HealthCheck { New-HealthyResult }\nreturn $Integration"));
    }
}
