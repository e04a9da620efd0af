using System.Collections;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Immy.Typed.Sessions.Engine;

/// <summary>Invokes a block without a command around it, its output going where the cmdlet's own output goes.</summary>
internal static class DirectInvocation
{
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "InvokeScript")]
    public static extern Collection<PSObject> Invoke(
        CommandInvocationIntrinsics intrinsics, ScriptBlock block, bool useNewScope, PipelineResultTypes writeToPipeline, IList? input, object?[] arguments);
}
