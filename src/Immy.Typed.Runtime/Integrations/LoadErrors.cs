using System.Management.Automation;
using Immy.Typed.Adapters;
using Immy.Typed.Capabilities;
using Immy.Typed.Cmdlets;
using Immy.Typed.Problems;

namespace Immy.Typed.Integrations;

/// <summary>Turns the engine's errors of a script's top level into problems that name interface and block.</summary>
internal static class LoadErrors
{
    public static ScriptProblem Explain(ErrorRecord error, CapabilityCatalog catalog)
    {
        var location = ErrorText.LocationOf(error);
        if (ErrorText.ProblemOf(error.Exception) is { } problem)
        {
            return problem with { Location = problem.Location ?? location };
        }

        return error.Exception is ParameterBindingException binding && CapabilityOf(binding, catalog) is { } capability
            ? Binding(binding, capability, location) ?? Other(error, location)
            : Other(error, location);
    }

    private static ScriptProblem? Binding(ParameterBindingException binding, CapabilityDescriptor capability, ScriptLocation? location)
    {
        var name = binding.ParameterName ?? "";
        return binding.ErrorId switch
        {
            "NamedParameterNotFound" => LoadProblems.UnknownBlock(capability, name, location),
            "MissingMandatoryParameter" => LoadProblems.MissingBlocks(capability, name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries), location),
            "ParameterAlreadyBound" => LoadProblems.BlockTwice(capability, name, location),
            "CannotConvertArgumentNoMessage" or "CannotConvertArgument" or "ParameterArgumentTransformationError" or "MissingArgument" or "ParameterArgumentValidationErrorNullNotAllowed"
                when capability.FindBlock(name) is { } block => LoadProblems.NotABlock(capability, block.Name, location),
            "PositionalParameterNotFound" => LoadProblems.UnknownBlock(capability, name.Length == 0 ? "?" : name, location),
            _ => null,
        };
    }

    private static CapabilityDescriptor? CapabilityOf(ParameterBindingException binding, CapabilityCatalog catalog)
    {
        if (binding.CommandInvocation?.MyCommand is not CmdletInfo command)
        {
            return null;
        }

        if (command.ImplementingType == typeof(NewDynamicIntegrationCommand))
        {
            return catalog.Root;
        }

        return command.ImplementingType == typeof(AddDynamicIntegrationCapabilityCommand)
            && binding.CommandInvocation.BoundParameters.TryGetValue(nameof(AddDynamicIntegrationCapabilityCommand.Interface), out var name)
            && name is string text
            ? catalog.Find(text)
            : null;
    }

    private static ScriptProblem Other(ErrorRecord error, ScriptLocation? location) => LoadProblems.ScriptFailed(ErrorText.Of(error), location);
}
