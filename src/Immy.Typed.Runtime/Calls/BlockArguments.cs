using System.Collections;
using Immy.Typed.Forms;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;

namespace Immy.Typed.Calls;

/// <summary>The named arguments that a block gets: those of the contract that it declares.</summary>
internal static class BlockArguments
{
    /// <summary>Null when the form's values were refused; then the problems have been reported.</summary>
    public static Hashtable? For(IntegrationBlock block, CallRequest request, Action<ScriptProblem> report)
    {
        var arguments = new Hashtable(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < request.Block.Parameters.Count; index++)
        {
            var parameter = request.Block.Parameters[index];
            var value = request.Arguments[index];
            if (parameter.IsArguments)
            {
                return FormBinder.Bind(block, (IReadOnlyDictionary<string, object?>?)value ?? new Dictionary<string, object?>(), request.Instance, report);
            }

            if (block.Takes(parameter.Name))
            {
                arguments[parameter.Name] = value;
            }
        }

        return arguments;
    }
}
