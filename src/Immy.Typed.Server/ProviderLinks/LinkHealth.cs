namespace Immy.Typed.Server.ProviderLinks;

/// <summary>How a provider link fares.</summary>
internal enum LinkHealth
{
    /// <summary>Nobody has looked yet.</summary>
    Unknown,

    /// <summary>Init and HealthCheck went well.</summary>
    Healthy,

    /// <summary>It works, but not all of it.</summary>
    Degraded,

    /// <summary>It does not work; the message says why.</summary>
    Unhealthy,

    /// <summary>It is switched off.</summary>
    Disabled,
}
