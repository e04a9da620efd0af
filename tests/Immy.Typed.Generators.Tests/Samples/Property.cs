using System.Collections.Generic;
using System.Threading.Tasks;
using Immy.Typed;

namespace Acme.Property;

/// <summary>Says what it is.</summary>
[Capability]
public interface ISupportsSelfDescription
{
    /// <value>How long it waits, in seconds.</value>
    int Timeout { get; }

    /// <summary>The vendor's page, where there is one.</summary>
    string? Page { get; }

    /// <summary>The languages that it speaks.</summary>
    IReadOnlyList<string> Languages { get; }

    /// <summary>Its version, asked for each time.</summary>
    Task<string> Version { get; }
}
