using System.Collections.Concurrent;
using System.Management.Automation;

namespace Immy.Typed.Integrations;

/// <summary>The names by which a command takes its parameters.</summary>
/// <param name="Names">Their own names.</param>
/// <param name="Aliases">Their aliases.</param>
internal sealed record ParameterNames(IReadOnlyList<string> Names, IReadOnlyList<string> Aliases)
{
    private static readonly ConcurrentDictionary<Type, ParameterNames?> Cmdlets = [];

    /// <summary>The parameters of a command; null when the engine does not know them. A cmdlet must have no dynamic ones.</summary>
    public static ParameterNames? Of(CommandInfo command)
        // A session keeps all that it is asked about its own cmdlets, which are the same in every session.
        => command is CmdletInfo { ImplementingType: { } type } ? Cmdlets.GetOrAdd(type, static (_, cmdlet) => Read(cmdlet), command) : Read(command);

    private static ParameterNames? Read(CommandInfo command) => command.Parameters is { } parameters
        ? new([.. parameters.Keys], [.. parameters.Values.SelectMany(static parameter => parameter.Aliases)])
        : null;
}
