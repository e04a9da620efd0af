using System.Management.Automation;
using Immy.Typed.Problems;
using Immy.Typed.Sessions;
using Immy.Typed.Sessions.Records;
using Immy.Typed.Streams;

namespace Immy.Typed.Integrations;

/// <summary>Runs an integration script's top level in one session and takes the integration that it builds.</summary>
/// <param name="instance">The instance.</param>
/// <param name="isFirst">True for the session that decides whether the integration exists: only it checks the contracts.</param>
internal class LoadWork(InstanceState instance, bool isFirst) : SessionWork
{
    private readonly List<ScriptProblem> _problems = [];
    private readonly List<IntegrationDefinition> _made = [];
    private readonly List<IntegrationDefinition> _returned = [];

    /// <summary>The integration; null when there is none.</summary>
    public IntegrationDefinition? Definition { get; protected set; }

    /// <summary>Errors and warnings in the order in which they were found.</summary>
    public IReadOnlyList<ScriptProblem> Problems => [.. _problems.Select(Masked)];

    public bool HasErrors => _problems.Any(static problem => problem.Severity == ProblemSeverity.Error);

    public override void Execute(ScriptSession session, PSCmdlet pipeline)
    {
        var script = session.Script = session.Tools.Modules.Parse(instance.Source.Script, instance.Source.File);
        var ast = script.Ast;
        _problems.AddRange(SyntaxProblems.Of(script.Errors).Concat(script.Refused));
        if (HasErrors)
        {
            return;
        }

        try
        {
            Build(script, session, pipeline);
        }
        catch (PipelineStoppedException)
        {
            // The pool says why it was stopped.
        }
        catch (Exception exception) when (FlowControl.KeywordOf(exception) is { } keyword)
        {
            _problems.Add(LoadProblems.LeftByFlow(keyword, FlowControl.Find(ast, keyword)));
        }
        catch (RuntimeException exception)
        {
            _problems.Add(LoadErrors.Explain(exception.ErrorRecord, instance.Catalog));
        }
    }

    public override void Accept(object? value, ScriptSession session)
    {
        if ((value is PSObject wrapped ? wrapped.BaseObject : value) is IntegrationDefinition definition && !_returned.Contains(definition))
        {
            _returned.Add(definition);
        }
    }

    public override void Receive(StreamRecord record, ErrorRecord? error)
    {
        if (error is not null)
        {
            var problem = LoadErrors.Explain(error, instance.Catalog);
            _problems.Add(problem with { Location = problem.Location ?? record.Location });
        }
    }

    public override void Crashed(Exception exception) => _problems.Add(LoadProblems.ScriptFailed(exception.Message, null));

    /// <summary>New-DynamicIntegration made one.</summary>
    public void Made(IntegrationDefinition definition) => _made.Add(definition);

    public void TooSlow() => _problems.Add(LoadProblems.TooSlow(instance.Options.LoadTimeout));

    public override string ToString() => $"load {instance.Source.File}";

    /// <summary>Builds <see cref="Definition"/> of a script that parses.</summary>
    protected virtual void Build(SharedScript script, ScriptSession session, PSCmdlet pipeline)
    {
        // The block is made here, on the session's thread, so that it is constrained like the session.
        SessionTools.RunAtTopLevel(pipeline, script.CreateBlock());
        Choose();
        session.Tools.RememberPreferences();
        session.Definition = Definition;
        if (isFirst && Definition is not null && !HasErrors)
        {
            Add(DefinitionChecks.Check(Definition, script.Ast, session, pipeline));
        }
    }

    protected void Add(IEnumerable<ScriptProblem> problems) => _problems.AddRange(problems);

    private void Choose()
    {
        if (_returned.Count == 1)
        {
            Definition = _returned[0];
        }
        else if (_made.Count > 1)
        {
            _problems.Add(LoadProblems.SeveralIntegrations(_made.Count, _returned.Count, _made.Select(static made => made.Location)));
        }
        else if (_made.Count == 1)
        {
            Definition = _made[0];
            _problems.Add(LoadProblems.NotReturned(Definition.Location));
        }
        else if (!HasErrors)
        {
            _problems.Add(LoadProblems.NoIntegration(instance.Source.File));
        }
    }

    private ScriptProblem Masked(ScriptProblem problem) => problem with { Message = instance.Mask.Mask(problem.Message), Mend = instance.Mask.Mask(problem.Mend) };
}
