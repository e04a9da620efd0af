using Immy.Typed.Actions;
using Immy.Typed.Computers;
using Immy.Typed.Integrations;
using Immy.Typed.Runtime.Tests.Capabilities.Harness;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Capabilities;

public sealed class InventoryIdentificationTests : CapabilityScenario<ISupportsInventoryIdentification>
{
    private static readonly InMemoryComputer Computer = new("PC-1")
    {
        Registry = new Dictionary<string, IReadOnlyDictionary<string, object?>> { [@"HKLM:\SOFTWARE\Acme\Agent"] = new Dictionary<string, object?> { ["AgentId"] = "id-1" } },
    };

    private readonly SleepingComputer _computer = new(Computer);

    protected override IReadOnlyList<Func<ISupportsInventoryIdentification, CancellationToken, Task>> Calls => [static (capability, token) => capability.GetInventoryScript(token)];

    [Fact]
    public override async Task A_real_script_gives_typed_results()
    {
        var integration = await StartAsync();

        Assert.Equal("id-1", await IdAsync(integration, Computer));
        Assert.Null(await IdAsync(integration, new InMemoryComputer("PC-2")));
        Assert.Equal(RunOutcome.Ok, LastRun.Outcome);
    }

    [Fact]
    public override async Task The_most_likely_mistake_is_told()
        => Assert.Equal(
            [
                "Test.ps1(24,13): error IMMY116: Test-Path reaches the machine that it runs on, which is the host, not a client's computer. Run it on the computer: Invoke-ImmyCommand { Test-Path ... }.",
                "Test.ps1(25,14): error IMMY116: Get-ItemProperty reaches the machine that it runs on, which is the host, not a client's computer. Run it on the computer: Invoke-ImmyCommand { Get-ItemProperty ... }.",
            ],
            await RefusedAsync(Mistaken("    Invoke-ImmyCommand {", "    if ($true) {")));

    private protected override HeldRequest HoldNext() => _computer.Held = new HeldRequest();

    private protected override Task CallAsync(DynamicIntegration integration, Func<ISupportsInventoryIdentification, CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        using var scope = ActionScope.Begin(new ActionContext { Computer = _computer });
        return base.CallAsync(integration, call, cancellationToken);
    }

    private static async Task<string?> IdAsync(DynamicIntegration integration, IComputer computer)
    {
        using var scope = ActionScope.Begin(new ActionContext { Computer = computer });
        return await integration.As<ISupportsInventoryIdentification>().GetInventoryScript(Token);
    }
}
