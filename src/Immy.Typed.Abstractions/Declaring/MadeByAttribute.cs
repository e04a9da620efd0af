namespace Immy.Typed;

/// <summary>Names the cmdlet or expression with which a script makes objects of this contract type; error messages offer it as the mend.</summary>
/// <param name="expression">For example <c>New-IntegrationClient</c> or <c>[OpResult]::Ok()</c>.</param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class MadeByAttribute(string expression) : Attribute
{
    /// <summary>The cmdlet or expression.</summary>
    public string Expression { get; } = expression;
}
