using Immy.Typed.Runtime.Tests.Harness;

namespace Immy.Typed.Runtime.Tests.Contracts;

public sealed class ExtendedCapabilityTests
{
    private const string Locks = """
        ISupportsTestLocks -GetTestName { 'door' } -LockDoor { 'locked' } -OpenDoor {
            param($width)
            "$width $($Integration -is [ISupportsTestDoors]) $($Integration -is [ISupportsTestLocks]) $($Integration -is [ISupportsTestBells])"
        }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_integration_with_the_extension_is_the_base_as_well_and_the_script_sees_it_too()
    {
        await using var host = Host();
        object integration = await host.LoadAsync(Add(Locks));

        Assert.True(integration is ISupportsTestLocks);
        Assert.False(integration is ISupportsTestBells);
        Assert.Equal("90 True True False", await ((ISupportsTestDoors)integration).OpenDoor(90, Token));
        Assert.Equal("ISupportsTestLocks.OpenDoor", host.Observer.Last.Block.ToString());
    }

    [Fact]
    public async Task Members_of_the_base_are_reached_through_the_extension()
    {
        await using var host = Host();
        var locks = (await host.LoadAsync(Add(Locks))).As<ISupportsTestLocks>();

        Assert.Equal("locked", await locks.LockDoor(Token));
        Assert.StartsWith("5 ", await locks.OpenDoor(5, Token), StringComparison.Ordinal);
        Assert.Equal("silence", await locks.Knock(Token));
    }

    [Fact]
    public async Task A_base_that_is_no_capability_is_there_for_casts()
    {
        await using var host = Host();
        object integration = await host.LoadAsync(Add(Locks));

        Assert.Equal("door", await ((ITestNamed)integration).GetTestName(Token));
    }

    [Fact]
    public async Task The_base_is_among_the_integrations_capabilities()
    {
        await using var host = Host();

        Assert.Equal(
            ["IProvider", "ISupportsTestDoors", "ISupportsTestLocks", "ISupportsTestSafes"],
            (await host.LoadAsync(Add(Locks.Replace("Locks -", "Safes -", StringComparison.Ordinal)))).Capabilities.Select(static capability => capability.Name));
    }

    [Fact]
    public async Task The_base_alone_is_not_the_extension()
    {
        await using var host = Host();
        object integration = await host.LoadAsync(Add("ISupportsTestDoors -OpenDoor { 'open' } -Knock { 'knock' }"));

        Assert.False(integration is ISupportsTestLocks);
        Assert.False(integration is ITestNamed);
        Assert.Equal("knock", await ((ISupportsTestDoors)integration).Knock(Token));
    }

    [Fact]
    public async Task A_missing_block_of_the_base_is_told()
    {
        await using var host = Host();

        Assert.Equal(
            ["Test.ps1(2,16): error IMMY104: ISupportsTestLocks needs the block -OpenDoor, which is missing. Add -OpenDoor { ... }."],
            await host.RefusedAsync(Add("ISupportsTestLocks -GetTestName { 'door' } -LockDoor { 'locked' }")));
    }

    [Theory]
    [InlineData("ISupportsTestDoors -OpenDoor { 'open' }", "ISupportsTestBells -OpenDoor { 'open' }", "ISupportsTestBells.OpenDoor and ISupportsTestDoors.OpenDoor")]
    [InlineData("ISupportsTestBells -OpenDoor { 'open' }", "ISupportsTestDoors -OpenDoor { 'open' }", "ISupportsTestDoors.OpenDoor and ISupportsTestBells.OpenDoor")]
    [InlineData("ISupportsTestBells -OpenDoor { 'open' }", Locks, "ISupportsTestLocks.OpenDoor and ISupportsTestBells.OpenDoor")]
    public async Task One_block_given_by_two_capabilities_is_told(string first, string second, string blocks)
    {
        await using var host = Host();

        Assert.Equal(
            [$"Test.ps1(3,16): error IMMY121: {blocks} are one block: both capabilities have it from ISupportsTestDoors. Keep one of the two: a capability that extends another is that other as well."],
            await host.RefusedAsync(Add(first, second)));
    }

    [Theory]
    [InlineData("ISupportsTestNotes -ReadNote { 'note' }", "ISupportsTestSignedNotes -ReadSignature { 'me' }", "note")]
    [InlineData("ISupportsTestSignedNotes -ReadSignature { 'me' }", "ISupportsTestNotes -ReadNote { 'note' }", "note")]
    [InlineData("ISupportsTestSignedNotes -ReadSignature { 'me' } -ReadNote { 'note' }", "ISupportsTestNotes", "note")]
    [InlineData("ISupportsTestSignedNotes -ReadSignature { 'me' }", "ISupportsTestNotes", "signed by me")]
    [InlineData("ISupportsTestNotes", "ISupportsTestSignedNotes -ReadSignature { 'me' }", "signed by me")]
    public async Task Base_and_extension_agree_where_each_block_is_given_once(string first, string second, string note)
    {
        await using var host = Host();
        object integration = await host.LoadAsync(Add(first, second));

        Assert.Equal(note, await ((ISupportsTestNotes)integration).ReadNote(Token));
        Assert.Equal("me", await ((ISupportsTestSignedNotes)integration).ReadSignature(Token));
    }

    private static TestHost Host() => new(build: static builder => builder.AddCapabilities(typeof(ExtendedCapabilityTests).Assembly));

    private static string Add(params IEnumerable<string> capabilities)
        => Scripts.With(string.Join('\n', capabilities.Select(static capability => "$Integration | Add-DynamicIntegrationCapability " + capability)));
}
