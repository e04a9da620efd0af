using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using Immy.Typed.Modules;
using Immy.Typed.Problems;
using Immy.Typed.Sessions.Engine;
using Immy.Typed.Streams;

namespace Immy.Typed.Sessions;

/// <summary>The engine's side of a session: variables, fresh state for every call, streams, and where in a script it is now.</summary>
internal sealed class SessionTools
{
    // Variables of these two are private to them: no script sees what runs it.
    private const string RunBlock = "$private:b, $private:p = $args; $args = $null; & $b @p";
    private const string RunTopLevel = "$private:b = $args[0]; $args = $null; . $b";

    // With results that go to the pipeline the engine keeps its own rule: a statement's error ends the statement only.
    private const PipelineResultTypes ToPipeline = PipelineResultTypes.Output | PipelineResultTypes.Error;

    private readonly ScriptSession _session;
    private readonly StreamWatcher _streams;
    private readonly FreshVariables _preferences = new();
    private readonly DefaultParameters _defaults = new();
    private SessionState _state = null!;
    private ArrayList _errors = [];
    private Debugger _debugger = null!;

    public SessionTools(ScriptSession session)
    {
        _session = session;
        _streams = new StreamWatcher(session);
        Host = new SessionHost(_streams);
        Modules = new ModuleLoader(session.Instance.Source, session.Instance.Services.Scripts);
    }

    public SessionHost Host { get; }

    public ModuleLoader Modules { get; }

    /// <summary>The command that was last looked up and belongs on the computer.</summary>
    public string? MachineCommand { get; set; }

    /// <summary>Sets the session's own variables and the way in which modules are found.</summary>
    public void Prepare(Runspace runspace)
    {
        _debugger = runspace.Debugger;

        // Nobody sits at a debugger: an action preference of Break would wait for one until the call's time is up.
        _debugger.SetDebugMode(DebugModes.None);
        var proxy = runspace.SessionStateProxy;
        if (!_session.Instance.IsMetascript)
        {
            proxy.SetVariable("IntegrationContext", _session.Instance.Context);
            proxy.SetVariable("providerTypeFormData", _session.Instance.FormData);
        }

        CommandHistory.Shrink(runspace);
        proxy.InvokeCommand.CommandNotFoundAction = (_, lookup) => MissingCommand.Resolve(_session, lookup);
        proxy.InvokeCommand.PostCommandLookupAction = (_, lookup) => MissingCommand.Refuse(_session, lookup);
    }

    /// <summary>Takes the cmdlet through which this pipeline's work is done.</summary>
    public void Attach(PSCmdlet pipeline)
    {
        _state = pipeline.SessionState;

        // The engine makes $Error a constant: no script puts another list in its place.
        _errors = (ArrayList)_state.PSVariable.GetValue("Error");
        Modules.Attach(pipeline);
    }

    public void Watch(PowerShell shell) => _streams.Watch(shell.Streams);

    /// <summary>Remembers the preference variables as the script's own top level left them.</summary>
    public void RememberPreferences()
    {
        _preferences.Remember(_state.PSVariable);
        _defaults.Remember(_state.PSVariable);
    }

    /// <summary>What a call finds is what the script's top level left: <c>$Error</c> is empty, preferences are its own.</summary>
    public void Refresh()
    {
        _errors.Clear();
        if (CultureInfo.CurrentCulture != CultureInfo.InvariantCulture || CultureInfo.CurrentUICulture != CultureInfo.InvariantCulture)
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        }

        _defaults.Restore(_state.PSVariable);
        _preferences.Restore(_state.PSVariable);
    }

    /// <summary>Runs a block with named arguments.</summary>
    public static void Run(PSCmdlet pipeline, ScriptBlock block, IDictionary arguments) => Invoke(pipeline, RunBlock, block, arguments);

    /// <summary>Runs a block with arguments by position, without a command around it: the quickest way, for blocks that bind the same either way.</summary>
    public static void RunDirectly(PSCmdlet pipeline, ScriptBlock block, object?[] arguments)
        => DirectInvocation.Invoke(pipeline.InvokeCommand, block, useNewScope: true, ToPipeline, null, arguments);

    /// <summary>Runs a script's top level in the session's global scope, so that every block sees its functions and variables.</summary>
    public static void RunAtTopLevel(PSCmdlet pipeline, ScriptBlock script) => Invoke(pipeline, RunTopLevel, script);

    /// <summary>Where the script is now: the innermost statement that stands in a file of the author's.</summary>
    /// <param name="preferred">Where a statement of this part of a script is on the way there, it is taken instead.</param>
    public ScriptLocation? Here(IScriptExtent? preferred = null) => ScriptLocation.Of(Statement(preferred));

    /// <summary>The same as the engine has it, for those who may never need it: to count its lines costs more than to find it.</summary>
    public IScriptExtent? Statement(IScriptExtent? preferred = null)
    {
        IScriptExtent? innermost = null;
        foreach (var frame in _debugger.GetCallStack())
        {
            if (string.IsNullOrEmpty(frame.Position?.File))
            {
                continue;
            }

            if (preferred is null || IsWithin(frame.Position, preferred))
            {
                return frame.Position;
            }

            innermost ??= frame.Position;
        }

        return innermost;
    }

    /// <summary>Hands over what the script left behind: a half-written host line, and errors that it caught itself.</summary>
    public void EndWork(SessionWork work)
    {
        Host.Flush();
        for (var index = _errors.Count - 1; index >= 0; index--)
        {
            var record = _errors[index] switch
            {
                ErrorRecord error => error,
                IContainsErrorRecord container => container.ErrorRecord,
                _ => null,
            };
            if (record is not null && work.WrittenErrors.Add(record.Exception))
            {
                _streams.Write(StreamKind.CaughtError, ErrorText.Of(record), ErrorText.LocationOf(record), null);
            }
        }
    }

    private static bool IsWithin(IScriptExtent inner, IScriptExtent outer)
        => inner.File == outer.File && inner.StartOffset >= outer.StartOffset && inner.EndOffset <= outer.EndOffset;

    private static void Invoke(PSCmdlet pipeline, string script, params object[] arguments)
        => pipeline.InvokeCommand.InvokeScript(script, useNewScope: false, ToPipeline, null, arguments);
}
