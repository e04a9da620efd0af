namespace Immy.Typed.Cli.Demo.Views;

/// <summary>What <c>immy demo --format json</c> writes.</summary>
internal sealed record DemoDocument(string Integration, IReadOnlyList<string> Capabilities, IReadOnlyList<StepDocument> Steps);
