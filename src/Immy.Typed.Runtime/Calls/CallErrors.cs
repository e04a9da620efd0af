using System.Management.Automation;
using Immy.Typed.Adapters;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;

namespace Immy.Typed.Calls;

/// <summary>Turns the engine's errors of a running block into problems that name block, field or argument.</summary>
internal static class CallErrors
{
    public static ScriptProblem Explain(BlockDescriptor descriptor, IntegrationBlock? block, Exception exception, bool wasThrown, ErrorRecord? record = null)
    {
        record ??= (exception as IContainsErrorRecord)?.ErrorRecord;
        var location = record is null ? null : ErrorText.LocationOf(record);
        if (wasThrown && record is not null && (location is null || location == block?.Location))
        {
            location = ErrorText.RaisedAt(record) ?? location;
        }

        var message = record is null ? exception.Message : ErrorText.Of(record);
        if (ErrorText.ProblemOf(exception) is { } problem)
        {
            return problem with { Location = problem.Location ?? location, Capability = problem.Capability ?? descriptor.Capability, Block = problem.Block ?? descriptor.Name };
        }

        if (exception is ParameterBindingException binding && IsOfBlock(binding, block))
        {
            var name = binding.ParameterName ?? "?";
            return descriptor.Parameters.Any(static parameter => parameter.IsArguments)
                ? FormProblems.Refused(name, Inner(binding)) with { Capability = descriptor.Capability, Block = descriptor.Name, Location = block!.Location }
                : BlockProblems.ArgumentRefused(descriptor, name, Inner(binding), block!.Location);
        }

        return wasThrown
            ? BlockProblems.Failed(descriptor, message, location)
            : BlockProblems.WroteError(descriptor, message, location);
    }

    private static bool IsOfBlock(ParameterBindingException binding, IntegrationBlock? block)
        => block is not null && binding.CommandInvocation?.MyCommand switch
        {
            ScriptInfo script => script.ScriptBlock.Ast == block.Ast,
            // With [CmdletBinding()] or [Parameter()] the engine makes a nameless function of the block.
            FunctionInfo function => function.ScriptBlock.Ast == block.Ast,
            _ => false,
        };

    private static string Inner(ParameterBindingException binding) => binding.InnerException?.Message ?? binding.Message;
}
