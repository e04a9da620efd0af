using System.Management.Automation;
using Immy.Typed.Integrations;
using Immy.Typed.Sessions;
using Immy.Typed.Sessions.Records;

namespace Immy.Typed.Metascripts;

/// <summary>Makes a metascript ready in one session: it is parsed and checked, and nothing of it runs.</summary>
internal sealed class MetascriptLoad(InstanceState instance) : LoadWork(instance, isFirst: true)
{
    protected override void Build(SharedScript script, ScriptSession session, PSCmdlet pipeline)
    {
        Definition = new IntegrationDefinition(session.Instance.Catalog, location: null);
        Definition.Add(new IntegrationBlock(MetascriptBlock.Descriptor, script.CreateBlock()));
        session.Tools.RememberPreferences();
        session.Definition = Definition;
        Add(CommandChecks.Check(script.Ast, session, pipeline));
    }
}
