using System.Management.Automation;
using Immy.Typed.Conversion;
using Immy.Typed.Problems;
using Immybot.Backend.Domain.Providers;

namespace Immy.Typed.Cmdlets;

/// <summary>Makes an agent of the remote system, for GetAgents.</summary>
/// <remarks>Version and booleans are read leniently: one odd value must not cost the agent.</remarks>
/// <example>
/// <code>
/// New-IntegrationAgent -AgentId 4711 -Name 'PC-7' -ClientId 7 -SerialNumber 'ABC123' -OSName 'Windows 11 Pro' -Manufacturer 'Dell' -IsOnline $true -AgentVersion '7.1.0' -SupportsRunningScripts $true -SupportsOnlineStatus $true
/// </code>
/// </example>
[Cmdlet(VerbsCommon.New, "IntegrationAgent")]
[OutputType(typeof(IProviderAgentDetails))]
public sealed class NewIntegrationAgentCommand : SessionCommand
{
    /// <summary>The agent's id in the remote system: the one that GetInventoryScript finds on the computer.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public required string AgentId { get; set; }

    /// <summary>The computer's name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Name { get; set; }

    /// <summary>The id of the client that the agent belongs to.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ClientId { get; set; }

    /// <summary>The computer's serial number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? SerialNumber { get; set; }

    /// <summary>The operating system's name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? OSName { get; set; }

    /// <summary>The computer's manufacturer.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Manufacturer { get; set; }

    /// <summary>Whether the agent is connected now (bool).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    public object? IsOnline { get; set; }

    /// <summary>The agent's version (Version).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    public object? AgentVersion { get; set; }

    /// <summary>Whether the agent can run scripts (bool); see IRunScriptProvider.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    public object? SupportsRunningScripts { get; set; }

    /// <summary>Whether IsOnline can be trusted (bool).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    public object? SupportsOnlineStatus { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(new ProviderAgentDetails
    {
        ExternalAgentId = AgentId,
        ExternalClientId = ClientId,
        Name = Name,
        SerialNumber = SerialNumber,
        OSName = OSName,
        Manufacturer = Manufacturer,
        AgentVersion = Convert(nameof(AgentVersion), AgentVersion, LenientValues.ToVersion, "version"),
        IsOnline = Bool(nameof(IsOnline), IsOnline),
        SupportsRunningScripts = Bool(nameof(SupportsRunningScripts), SupportsRunningScripts),
        SupportsOnlineStatus = Bool(nameof(SupportsOnlineStatus), SupportsOnlineStatus),
    });

    private bool Bool(string field, object? value) => Convert<object>(field, value, static given => LenientValues.ToBool(given), "true or false") is true;

    private T? Convert<T>(string field, object? value, Func<object?, T?> read, string expected)
        where T : class
    {
        // An API's missing value arrives as null or as an empty text; neither is worth a word.
        if (value is null || value.ToString() is null or "")
        {
            return null;
        }

        var converted = read(value);
        if (converted is null)
        {
            var problem = BlockProblems.NotConverted($"agent {AgentId}{(Name is null ? "" : $" ({Name})")}", field, value.ToString()!, expected);
            WriteWarning($"{problem.Id}: {problem.Message} {problem.Mend}");
        }

        return converted;
    }
}
