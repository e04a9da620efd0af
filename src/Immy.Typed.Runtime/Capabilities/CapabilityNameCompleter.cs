using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Immy.Typed.Sessions;

namespace Immy.Typed.Capabilities;

/// <summary>Completes the names of capabilities after <c>-Interface</c>.</summary>
public sealed class CapabilityNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => SessionRegistry.Current.Instance.Catalog.Capabilities
            .Where(capability => !capability.IsRoot && capability.Name.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(static capability => new CompletionResult(
                capability.Name, capability.Name, CompletionResultType.ParameterValue, capability.Summary.Length == 0 ? capability.Name : capability.Summary));
}
