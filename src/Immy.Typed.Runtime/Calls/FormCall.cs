using System.Collections;
using System.Management.Automation;
using Immy.Typed.Forms;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Sessions;

namespace Immy.Typed.Calls;

/// <summary>Asks <c>dynamicparam</c> of Init which fields the form has for some values. Init itself does not run, so no observer sees a run.</summary>
internal sealed class FormCall(CallRequest request, InitForm declared, IReadOnlyDictionary<string, object?> values, CancellationToken cancellationToken)
    : BlockCall(request, cancellationToken, observers: [])
{
    private readonly List<object?> _written = [];

    /// <summary>The whole form, when the call did not fail.</summary>
    public InitForm Form { get; private set; } = declared;

    protected override void Take(object? value, ScriptSession session)
    {
        if (MayTakeOne(session))
        {
            _written.Add(value);
        }
    }

    protected override void RunBlock(IntegrationBlock block, PSCmdlet pipeline)
    {
        FormSecrets.Mask(Form, values, Instance.Mask);
        if (Arguments(block) is not { } arguments)
        {
            HasFailed = true;
            return;
        }

        SessionTools.Run(pipeline, FormBlock.Of(block.Ast), arguments);
        Conclude(ScriptLocation.Of(block.Ast.DynamicParamBlock.Extent));
    }

    protected override void Conclude(ScriptLocation? location)
    {
        try
        {
            Form = Form with { Fields = DynamicFields.Join(Form.Fields, _written) };
        }
        catch (ProblemException exception)
        {
            Add(exception.Problem with { Capability = Block.Capability, Block = Block.Name, Location = location });
        }

        // A form that lacks a field for an error would be taken for complete.
        HasFailed |= Run.HasErrors;
    }

    private Hashtable? Arguments(IntegrationBlock block)
    {
        var problems = new List<ScriptProblem>();
        var arguments = new Hashtable(StringComparer.OrdinalIgnoreCase);
        var data = new Hashtable(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in values.Where(static pair => !FormBinder.IsEmpty(pair.Value)))
        {
            if (Form.Find(name) is { } field)
            {
                // What the engine would refuse names no field there.
                problems.AddRange(FieldCheck.Problems(field, value));
                data[field.Name] = arguments[field.Name] = FormBinder.Convert(field, value!, []);
            }
            else
            {
                data[name] = value;
            }
        }

        foreach (var problem in problems)
        {
            Add(problem with { Capability = Block.Capability, Block = Block.Name, Location = FormBinder.LocationOf(block, problem.Parameter) });
        }

        if (problems.Count > 0)
        {
            return null;
        }

        Instance.FormData.Clear();
        foreach (DictionaryEntry entry in data)
        {
            Instance.FormData[entry.Key] = entry.Value;
        }

        return arguments;
    }
}
