using Immy.Typed.Integrations;
using Immy.Typed.Integrations.DemoApi;

namespace Immy.Typed.Cli.Demo;

/// <summary>What there is when the walk begins.</summary>
internal sealed record DemoStart(DynamicIntegration Integration, SentinelOneDemoApi Api, TimeSpan LoadDuration);
