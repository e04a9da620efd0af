using System.Collections;
using Immy.Typed;

namespace Immybot.Backend.Domain.Providers;

/// <summary>
/// Where an agent's installer is downloaded. A script makes it as
/// <c>[AgentInstallerDownload]@{ Url = 'https://...'; FileName = 'agent.msi' }</c>.
/// </summary>
[MadeBy("[AgentInstallerDownload]@{ Url = '...'; FileName = '...' }")]
public sealed record AgentInstallerDownload
{
    /// <summary>Makes an empty one, to set its properties.</summary>
    public AgentInstallerDownload()
    {
    }

    /// <summary>Makes one from a table: <c>[AgentInstallerDownload]@{ ... }</c>.</summary>
    /// <param name="values">Property names and values.</param>
    public AgentInstallerDownload(IDictionary values) => TableReader.Fill(values, typeof(AgentInstallerDownload), new Dictionary<string, Action<object?>>
    {
        [nameof(Url)] = value => Url = TableReader.To<string>(value) ?? "",
        [nameof(FileName)] = value => FileName = TableReader.To<string>(value),
        [nameof(Headers)] = value => Headers = TableReader.To<Hashtable>(value),
    });

    /// <summary>The full address of the installer.</summary>
    public string Url { get; set; } = "";

    /// <summary>The name to save the installer under; null takes it from the address.</summary>
    public string? FileName { get; set; }

    /// <summary>The headers that the download needs, where it needs any; they are never shown.</summary>
    public Hashtable? Headers { get; set; }
}
