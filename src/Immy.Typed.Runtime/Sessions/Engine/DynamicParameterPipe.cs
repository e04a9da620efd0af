using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace Immy.Typed.Sessions.Engine;

/// <summary>
/// What a <c>dynamicparam</c> block has written so far. The engine takes one object from such a block and refuses several,
/// so fields that are written one by one must become one collection while the block still runs. The pipe is internal:
/// this is the only place that reaches for it.
/// </summary>
internal static class DynamicParameterPipe
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    /// <summary>The objects written so far by the dynamicparam block to which the cmdlet's output goes; null when it goes elsewhere.</summary>
    public static IReadOnlyList<object>? WrittenBefore(PSCmdlet cmdlet)
    {
        var frames = Runspace.DefaultRunspace?.Debugger.GetCallStack().ToList() ?? [];
        if (frames.Count == 0)
        {
            return null;
        }

        var pipe = Get(cmdlet.CommandRuntime, "OutputPipe");
        foreach (var frame in frames)
        {
            var context = Get(frame, "FunctionContext");
            if (context is not null && pipe is not null && ReferenceEquals(Get(context, "_outputPipe"), pipe) && IsInDynamicParam(context, frame.Position))
            {
                return Get(pipe, "_resultList") as List<object>;
            }
        }

        return null;
    }

    private static bool IsInDynamicParam(object context, IScriptExtent position)
        => (Get(context, "_scriptBlock") as ScriptBlock)?.Ast is { } ast
            && (ast is FunctionDefinitionAst function ? function.Body : ast as ScriptBlockAst)?.DynamicParamBlock?.Extent is { } block
            && position.StartOffset >= block.StartOffset && position.EndOffset <= block.EndOffset;

    private static object? Get(object target, string member)
    {
        var type = target.GetType();
        if (type.GetProperty(member, Members) is { } property)
        {
            return property.GetValue(target);
        }

        return type.GetField(member, Members) is { } field
            ? field.GetValue(target)
            : throw new InvalidOperationException($"PowerShell {typeof(PSObject).Assembly.GetName().Version} has no {type.Name}.{member}. Use the engine version that Immy.Typed was built with.");
    }
}
