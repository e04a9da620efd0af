using System.Management.Automation;
using Immy.Typed.Problems;

namespace Immy.Typed.Cmdlets;

/// <summary>Makes one collection of the form's fields, as <c>dynamicparam</c> of Init writes it.</summary>
[Cmdlet(VerbsCommon.New, "ParameterCollection")]
[OutputType(typeof(RuntimeDefinedParameterDictionary))]
public sealed class NewParameterCollectionCommand : SessionCommand
{
    private readonly RuntimeDefinedParameterDictionary _fields = [];

    /// <summary>What New-Parameter and its relatives return, or collections of it; nothing is left out silently but null.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromRemainingArguments = true)]
    [Alias("Parameter", "Parameters")]
    [AllowNull]
    [AllowEmptyCollection]
    public object?[]? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Add(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing() => FieldWriter.Write(this, _fields);

    private void Add(object? given)
    {
        switch (given is PSObject wrapped ? wrapped.BaseObject : given)
        {
            case null:
                break;
            case RuntimeDefinedParameter field:
                FieldWriter.Add(this, _fields, field);
                break;
            case RuntimeDefinedParameterDictionary several:
                Add(several.Values.ToArray<object>());
                break;
            case object?[] several:
                foreach (var one in several)
                {
                    Add(one);
                }

                break;
            default:
                throw Raise(HostProblems.NotAField(TypeText.Of(given)));
        }
    }
}
