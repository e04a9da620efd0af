using System.Management.Automation.Language;

namespace Immy.Typed.Forms;

/// <summary>The value of an expression that needs nothing to be run.</summary>
internal static class ConstantValue
{
    /// <summary>The value; null for an expression that is no constant.</summary>
    public static object? Of(ExpressionAst expression)
    {
        // Only what the engine itself calls safe is evaluated, and it says so only by refusing.
        try
        {
            return expression.SafeGetValue();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
