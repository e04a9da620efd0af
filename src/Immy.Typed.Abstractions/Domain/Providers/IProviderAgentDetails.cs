using System.Text.Json.Serialization;
using Immy.Typed;
using Immy.Typed.Json;

namespace Immybot.Backend.Domain.Providers;

/// <summary>An agent of the vendor's system: its software on one computer.</summary>
[MadeBy("New-IntegrationAgent")]
[JsonConverter(typeof(InterfaceJsonConverter<IProviderAgentDetails, ProviderAgentDetails>))]
public interface IProviderAgentDetails
{
    /// <summary>The id that the vendor's system knows the agent by; GetInventoryScript finds it on the computer.</summary>
    string ExternalAgentId { get; }

    /// <summary>The id of the client that the agent belongs to; null where the vendor's system has no clients.</summary>
    string? ExternalClientId { get; }

    /// <summary>The name of the computer.</summary>
    string? Name { get; }

    /// <summary>The serial number of the computer.</summary>
    string? SerialNumber { get; }

    /// <summary>The operating system, for example Windows 11 Pro.</summary>
    string? OSName { get; }

    /// <summary>The maker of the computer.</summary>
    string? Manufacturer { get; }

    /// <summary>True when the agent is connected; says nothing unless SupportsOnlineStatus is true.</summary>
    bool IsOnline { get; }

    /// <summary>The version of the agent's software; null where it is not known.</summary>
    Version? AgentVersion { get; }

    /// <summary>True when scripts can be run on the computer by way of the agent.</summary>
    bool SupportsRunningScripts { get; }

    /// <summary>True when the vendor's system tells whether the agent is connected.</summary>
    bool SupportsOnlineStatus { get; }
}
