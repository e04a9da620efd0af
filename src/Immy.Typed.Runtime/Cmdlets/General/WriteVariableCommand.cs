using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using Immy.Typed.Problems;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Cmdlets;

/// <summary>Writes the name, the type and the value of a variable to the log, with secrets masked: <c>$settings | Write-Variable</c>.</summary>
/// <example>
/// <code>
/// $settings = @{ Region = 'eu'; Retries = 3 }
/// $settings | Write-Variable
/// </code>
/// </example>
[Cmdlet(VerbsCommunications.Write, "Variable")]
public sealed class WriteVariableCommand : SessionCommand
{
    private readonly List<object?> _values = [];

    /// <summary>What is written.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public object? InputObject { get; set; }

    /// <summary>The name to write; read from the statement when left out. With nothing else, the variable of that name is written.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (MyInvocation.ExpectingInput || MyInvocation.BoundParameters.ContainsKey(nameof(InputObject)))
        {
            _values.Add(InputObject);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var source = SourceOf(Runspace.DefaultRunspace?.Debugger.GetCallStack().FirstOrDefault()?.Position.Text);
        var variable = (source as VariableExpressionAst)?.VariablePath.UserPath;
        if (variable is null && !MyInvocation.ExpectingInput && _values.Count == 0)
        {
            variable = Name;
        }

        // The pipeline unrolls lists and loses empty ones: the variable itself knows better.
        var known = variable is null ? null : SessionState.PSVariable.Get(variable);
        var value = known is not null ? known.Value : _values.Count == 1 ? _values[0] : _values.ToArray();
        Host.UI.WriteLine($"{Name ?? source?.Extent.Text ?? "value"} ({TypeText.Of(value)}) = {Show(value)}");
    }

    // The statement that runs, parsed: what stands before the pipe, or what is passed.
    private ExpressionAst? SourceOf(string? text)
    {
        var statement = Parser.ParseInput(text ?? "", out _, out _);
        var call = statement.FindAll(static node => node is CommandAst, searchNestedScriptBlocks: true)
            .Cast<CommandAst>()
            .FirstOrDefault(command => command.GetCommandName()?.Equals(MyInvocation.InvocationName, StringComparison.OrdinalIgnoreCase) == true);
        if (call?.Parent is not PipelineAst pipeline)
        {
            return null;
        }

        var place = pipeline.PipelineElements.IndexOf(call);
        return place == 0
            ? call.CommandElements.Skip(1).OfType<ExpressionAst>().FirstOrDefault()
            : place == 1 ? (pipeline.PipelineElements[0] as CommandExpressionAst)?.Expression : null;
    }

    private static string Show(object? value)
    {
        var bare = value is PSObject wrapped ? wrapped.BaseObject : value;
        return bare switch
        {
            null => "$null",
            string text => text,
            IFormattable plain and not PSCustomObject => plain.ToString(null, CultureInfo.InvariantCulture),
            IDictionary or IEnumerable or PSCustomObject => Json(value!),
            _ => bare.ToString() is { } text && text != bare.GetType().ToString() ? text : Json(value!),
        };
    }

    private static string Json(object value)
        => JsonObject.ConvertToJson(value, new JsonObject.ConvertToJsonContext(maxDepth: 3, enumsAsStrings: true, compressOutput: false));
}
