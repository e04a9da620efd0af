using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Immy.Typed.Calls;
using Immy.Typed.Modules;
using Immy.Typed.Problems;
using Immy.Typed.Sessions.AllowList;
using Immy.Typed.Streams;

namespace Immy.Typed.Sessions;

/// <summary>The engine's side of a session: variables, fresh state for every call, streams, and where in a script it is now.</summary>
internal sealed class SessionTools
{
    // Variables of these two are private to them: no script sees what runs it.
    private const string RunBlock = "$private:b, $private:p, $private:r, $private:w = $args; $args = $null; & $b @p | & $r $w";
    private const string RunTopLevel = "$private:b, $private:r, $private:w = $args; $args = $null; . $b | & $r $w";

    private readonly ScriptSession _session;
    private readonly StreamWatcher _streams;
    private readonly Dictionary<string, object?> _preferences = new(StringComparer.OrdinalIgnoreCase);
    private SessionState _state = null!;
    private Debugger _debugger = null!;

    public SessionTools(ScriptSession session)
    {
        _session = session;
        _streams = new StreamWatcher(session);
        Host = new SessionHost(_streams);
        Modules = new ModuleLoader(session.Instance.Modules.Library);
    }

    public SessionHost Host { get; }

    public ModuleLoader Modules { get; }

    /// <summary>Sets the session's own variables and the way in which modules are found.</summary>
    public void Prepare(Runspace runspace)
    {
        _debugger = runspace.Debugger;
        var proxy = runspace.SessionStateProxy;
        proxy.SetVariable("IntegrationContext", _session.Instance.Context);
        proxy.SetVariable("providerTypeFormData", _session.Instance.FormData);
        proxy.InvokeCommand.CommandNotFoundAction = (_, lookup) => MissingCommand.Resolve(_session, lookup);
    }

    /// <summary>Takes the cmdlet through which this pipeline's work is done.</summary>
    public void Attach(PSCmdlet pipeline)
    {
        _state = pipeline.SessionState;
        Modules.Attach(pipeline);
    }

    public void Watch(PowerShell shell) => _streams.Watch(shell.Streams);

    /// <summary>Remembers the preference variables as the script's own top level left them.</summary>
    public void RememberPreferences()
    {
        foreach (var (name, _) in SessionVariables.Preferences())
        {
            _preferences[name] = _state.PSVariable.GetValue(name);
        }
    }

    /// <summary>What a call finds is what the script's top level left: <c>$Error</c> is empty, preferences are its own.</summary>
    public void Refresh()
    {
        Errors().Clear();
        foreach (var (name, value) in _preferences)
        {
            if (!Equals(_state.PSVariable.GetValue(name), value))
            {
                _state.PSVariable.Set(name, value);
            }
        }
    }

    /// <summary>Runs a block with named arguments; each object that it writes goes to the work as it is written.</summary>
    public static void Run(PSCmdlet pipeline, ScriptBlock block, IDictionary arguments, SessionWork work)
        => Invoke(pipeline, RunBlock, block, arguments, ReceiveOutputCommand.Info, work);

    /// <summary>Runs a script's top level in the session's global scope, so that every block sees its functions and variables.</summary>
    public static void RunAtTopLevel(PSCmdlet pipeline, ScriptBlock script, SessionWork work)
        => Invoke(pipeline, RunTopLevel, script, ReceiveOutputCommand.Info, work);

    /// <summary>Where the script is now: the innermost statement that stands in a file of the author's.</summary>
    public ScriptLocation? Here()
    {
        foreach (var frame in _debugger.GetCallStack())
        {
            if (ScriptLocation.Of(frame.Position) is { } location)
            {
                return location;
            }
        }

        return null;
    }

    /// <summary>Hands over what the script left behind: a half-written host line, and errors that it caught itself.</summary>
    public void EndWork(SessionWork work)
    {
        Host.Flush();
        var errors = Errors();
        for (var index = errors.Count - 1; index >= 0; index--)
        {
            var record = errors[index] switch
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

    // With results that go to the pipeline the engine keeps its own rule: a statement's error ends the statement only.
    private static void Invoke(PSCmdlet pipeline, string script, params object[] arguments)
        => pipeline.InvokeCommand.InvokeScript(script, useNewScope: false, PipelineResultTypes.Output | PipelineResultTypes.Error, null, arguments);

    private ArrayList Errors() => _state.PSVariable.GetValue("Error") as ArrayList ?? [];
}
