namespace Immy.Typed.Actions;

/// <summary>Says on behalf of which action the calls that follow are made, until it is disposed.</summary>
public sealed class ActionScope : IDisposable
{
    private static readonly AsyncLocal<ActionContext?> Ambient = new();
    private readonly ActionContext? _outer;

    private ActionScope(ActionContext? outer) => _outer = outer;

    internal static ActionContext? Current => Ambient.Value;

    /// <summary>Begins a scope: <c>using (ActionScope.Begin(action)) await inventory.GetInventoryScript(...)</c>.</summary>
    /// <param name="action">The action.</param>
    public static ActionScope Begin(ActionContext action)
    {
        var scope = new ActionScope(Ambient.Value);
        Ambient.Value = action;
        return scope;
    }

    /// <summary>Ends the scope.</summary>
    public void Dispose() => Ambient.Value = _outer;
}
