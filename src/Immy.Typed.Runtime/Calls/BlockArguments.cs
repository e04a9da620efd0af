using System.Collections;
using Immy.Typed.Forms;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;

namespace Immy.Typed.Calls;

/// <summary>The named arguments that a block gets: those of the contract that it declares.</summary>
internal static class BlockArguments
{
    /// <summary>The arguments in the order in which the block declares them; null when only names bind them.</summary>
    public static object?[]? ByPosition(IntegrationBlock block, CallRequest request)
    {
        if (block.Positions is not { } positions)
        {
            return null;
        }

        var values = new object?[positions.Count];
        for (var place = 0; place < values.Length; place++)
        {
            values[place] = request.Arguments[positions[place]];
        }

        return values;
    }

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
