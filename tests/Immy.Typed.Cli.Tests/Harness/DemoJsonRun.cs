using System.Text.Json;

namespace Immy.Typed.Cli.Tests.Harness;

/// <summary>One real run of <c>immy demo --format json</c> for all tests of it.</summary>
public sealed class DemoJsonRun : IAsyncLifetime
{
    internal Ran Ran { get; private set; } = null!;

    internal JsonElement Document { get; private set; }

    internal IReadOnlyList<JsonElement> Steps => [.. Document.GetProperty("steps").EnumerateArray()];

    public async ValueTask InitializeAsync()
    {
        Ran = await ImmyProcess.RunAsync("demo", "--format", "json");
        Document = JsonElement.Parse(Ran.Out);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
