using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Reflection;
using Immy.Typed.Capabilities;
using Immy.Typed.Sessions.AllowList;
using Immy.Typed.Sessions.Engine;

namespace Immy.Typed.Sessions;

/// <summary>Makes the session state of every session: an allow-list without a provider that holds anything.</summary>
internal sealed class SessionStateFactory
{
    private readonly SessionStateTypeEntry _types = new(EngineTables.Types);
    private readonly SessionStateFormatEntry _formats = new(EngineTables.Formats);
    private readonly IReadOnlyList<SessionStateCommandEntry> _commands;
    private readonly IReadOnlyList<SessionStateVariableEntry> _preferences = [.. SessionVariables.Preferences().Select(static variable => new SessionStateVariableEntry(variable.Name, variable.Value, ""))];

    public SessionStateFactory(CapabilityCatalog catalog)
    {
        EnginePreparation.Once();
        AcceleratorTable.Add(catalog.Capabilities.SelectMany(ContractTypes).Distinct().Select(static type => KeyValuePair.Create(type.Name, type)));
        _commands =
        [
            .. AllowedCommands.Standard().Concat(AllowedCommands.Integration()).Select(Entry),
            .. AllowedAliases.List().Select(static alias => new SessionStateAliasEntry(alias.Name, alias.Command)),
        ];
    }

    /// <summary>Opens a runspace for the caller's thread.</summary>
    public Runspace Open(PSHost host, PSLanguageMode language)
    {
        var runspace = OwnState.CreateRunspace(host, Create(language));
        runspace.Open();
        return runspace;
    }

    /// <summary>A state for one runspace: the engine changes it when the runspace opens, but not what it consists of.</summary>
    public InitialSessionState Create(PSLanguageMode language)
    {
        var state = InitialSessionState.Create();
        state.LanguageMode = language;
        state.ThreadOptions = PSThreadOptions.UseCurrentThread;
        state.Types.Add(_types);
        state.Formats.Add(_formats);
        state.Commands.Add(_commands);
        state.Providers.Add(new SessionStateProviderEntry(NowhereProvider.DriveName, typeof(NowhereProvider), null));
        state.Variables.Add(_preferences);
        state.Variables.Add(new SessionStateVariableEntry("PSDefaultParameterValues", new DefaultParameterDictionary(), ""));
        return state;
    }

    private static SessionStateCmdletEntry Entry(Type command)
    {
        var attribute = command.GetCustomAttribute<CmdletAttribute>() ?? throw new InvalidOperationException($"{command} is no cmdlet.");
        return new($"{attribute.VerbName}-{attribute.NounName}", command, null);
    }

    private static IEnumerable<Type> ContractTypes(Adapters.CapabilityDescriptor capability) => capability.Blocks
        .SelectMany(static block => block.Parameters.Select(static parameter => parameter.Type).Append(block.ResultType))
        .Select(static type => type.IsArray ? type.GetElementType()! : type)
        .Where(static type => type.Namespace is { } space && space != "System" && !space.StartsWith("System.", StringComparison.Ordinal) && !type.IsGenericType)
        .Append(capability.Interface);
}
