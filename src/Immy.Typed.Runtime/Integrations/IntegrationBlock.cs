using System.Management.Automation;
using System.Management.Automation.Language;
using Immy.Typed.Adapters;
using Immy.Typed.Problems;
using Immy.Typed.ScriptAttributes;

namespace Immy.Typed.Integrations;

/// <summary>A script block that a script gave for a capability, with what its <c>param()</c> says. It belongs to one session.</summary>
internal sealed class IntegrationBlock
{
    private readonly HashSet<string> _parameters;

    public IntegrationBlock(BlockDescriptor descriptor, ScriptBlock script)
    {
        Descriptor = descriptor;
        Script = script;
        Ast = (ScriptBlockAst)script.Ast;
        Parameters = Ast.ParamBlock?.Parameters.ToList() ?? [];
        _parameters = new(Parameters.SelectMany(NamesOf), StringComparer.OrdinalIgnoreCase);
        Positions = PositionsOf(descriptor, Ast, Parameters);
        Timeout = script.Attributes.OfType<ScriptTimeoutAttribute>().FirstOrDefault() is { TimeoutSeconds: > 0 } timeout
            ? TimeSpan.FromSeconds(timeout.TimeoutSeconds)
            : null;
        PeriodMinutes = script.Attributes.OfType<JobSettingsAttribute>().FirstOrDefault() is { PeriodMinutes: > 0 } job ? job.PeriodMinutes : null;
    }

    public BlockDescriptor Descriptor { get; }

    public ScriptBlock Script { get; }

    public ScriptBlockAst Ast { get; }

    public IReadOnlyList<ParameterAst> Parameters { get; }

    /// <summary>
    /// For each parameter of the block its place in the contract; null when only names bind them right: an advanced
    /// function is made of the block, a parameter may refuse its value, or the contract does not have it.
    /// </summary>
    public IReadOnlyList<int>? Positions { get; }

    /// <summary>What <c>[ScriptTimeout]</c> says.</summary>
    public TimeSpan? Timeout { get; }

    /// <summary>What <c>[JobSettings]</c> says.</summary>
    public int? PeriodMinutes { get; }

    public ScriptLocation? Location => ScriptLocation.Of(Ast.Extent);

    /// <summary>Whether a named argument has a place to go.</summary>
    public bool Takes(string parameter) => _parameters.Contains(parameter) || Ast.DynamicParamBlock is not null;

    private static int[]? PositionsOf(BlockDescriptor descriptor, ScriptBlockAst ast, IReadOnlyList<ParameterAst> parameters)
    {
        var isPlain = ast is { DynamicParamBlock: null, BeginBlock: null, ProcessBlock: null, CleanBlock: null, ParamBlock: null or { Attributes.Count: 0 } }
            && !descriptor.Parameters.Any(static parameter => parameter.IsArguments);
        var positions = parameters.Select(parameter => PositionOf(descriptor, parameter)).ToArray();
        return isPlain && !positions.Contains(-1) ? positions : null;
    }

    private static int PositionOf(BlockDescriptor descriptor, ParameterAst parameter)
    {
        var name = parameter.Name.VariablePath.UserPath;
        for (var index = 0; index < descriptor.Parameters.Count; index++)
        {
            var known = descriptor.Parameters[index];
            if (known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return parameter.Attributes.Count == 0 || (parameter.Attributes is [TypeConstraintAst] && parameter.StaticType == known.Type) ? index : -1;
            }
        }

        return -1;
    }

    private static IEnumerable<string> NamesOf(ParameterAst parameter) => parameter.Attributes
        .OfType<AttributeAst>()
        .Where(static attribute => attribute.TypeName.Name.Equals("Alias", StringComparison.OrdinalIgnoreCase))
        .SelectMany(static attribute => attribute.PositionalArguments.OfType<StringConstantExpressionAst>().Select(static alias => alias.Value))
        .Append(parameter.Name.VariablePath.UserPath);
}
