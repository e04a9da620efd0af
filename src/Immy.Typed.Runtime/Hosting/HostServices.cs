using Immy.Typed.Monitoring;
using Immy.Typed.Providers;
using Immy.Typed.Sessions.Records;
using Immy.Typed.Streams;

namespace Immy.Typed.Hosting;

/// <summary>What the host gives to sessions besides the script.</summary>
internal sealed record HostServices(TimeProvider Time, IProviderDirectory Providers, IReadOnlyList<IRunObserver> Observers, SessionMetrics Metrics, SharedScripts Scripts);
