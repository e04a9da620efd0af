using Immy.Typed.Integrations;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Work that every provider link with a capability does again and again. It never overlaps with itself, and comes later after failures.</summary>
internal interface ILinkJob
{
    /// <summary>The job's name, for people.</summary>
    string Name { get; }

    /// <summary>Whether the integration has what the job needs.</summary>
    bool AppliesTo(DynamicIntegration integration);

    /// <summary>How often it runs.</summary>
    TimeSpan PeriodFor(DynamicIntegration integration);

    /// <summary>Runs once; an exception is a failure, after which it is tried again sooner than the period, if that is long.</summary>
    Task RunAsync(LiveLink link, CancellationToken cancellationToken);
}
