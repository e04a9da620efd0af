using System.Text.Json.Serialization;

namespace Immybot.Backend.Domain.Models;

/// <summary>The processors that an installer is for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Architecture>))]
public enum Architecture
{
    /// <summary>All of them, or not known.</summary>
    Any,

    /// <summary>Intel and AMD, 32 bit.</summary>
    X86,

    /// <summary>Intel and AMD, 64 bit.</summary>
    X64,

    /// <summary>ARM, 64 bit.</summary>
    Arm64,
}
