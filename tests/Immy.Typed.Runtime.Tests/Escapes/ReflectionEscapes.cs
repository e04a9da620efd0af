namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>The door of reflection: types and members can be read, and none can be called.</summary>
public sealed class ReflectionEscapes(EscapeHost host) : IClassFixture<EscapeHost>
{
    [Theory]
    [InlineData("@([System.IO.File].DeclaredMethods | Where-Object Name -eq Exists)[0].Invoke($null, @('SECRET'))", Refused.Method)]
    [InlineData("@([System.IO.FileInfo].DeclaredConstructors)[0].Invoke(@('SECRET'))", Refused.Method)]
    [InlineData("(Get-Command Get-Date).ImplementingType.GetMethods()", Refused.Method)]
    [InlineData("'x'.GetType().Assembly.GetTypes()", Refused.Method)]
    [InlineData("'x'.GetType().Assembly.ManifestModule.GetTypes()", Refused.Method)]
    [InlineData("[System.IO.File] | ForEach-Object -MemberName GetMethods", Refused.Method + ",Immy.Typed.Cmdlets.Standard.ForEachObject")]
    [InlineData("@([System.IO.File]).ForEach('GetMethods')", Refused.Method)]
    [InlineData("$x = 'abc'.Substring; $x.Invoke(1)", Refused.Method)]
    [InlineData("'x'.psobject.Methods['ToUpper'].Invoke()", Refused.Method)]
    [InlineData("$x = 'x' | Get-Member ToUpper; $x.Invoke()", Refused.Method)]
    [InlineData("$o = [psobject]::new(); $o.psobject.Properties.Add($null)", Refused.Method)]
    [InlineData("$IntegrationContext.psbase.GetType().Assembly.GetTypes()", Refused.Method)]
    [InlineData("(Get-Command Get-Date).Visibility = 'Private'", Refused.Set)]
    [InlineData("$Integration.GetCapability([string])", Refused.Method)]
    [InlineData("@($Integration.psobject.Properties).Count", "wrote: 0")]
    [InlineData("function Get-Runtime { [CmdletBinding()] param() @($PSCmdlet.CommandRuntime.psobject.Properties.Name) -join ' ' }; Get-Runtime", "wrote: Host CurrentPSTransaction")]
    [InlineData("try { throw 'x' } catch { $_.Exception.GetType().Assembly.GetTypes() }", Refused.Method)]
    public async Task A_member_that_was_read_is_not_called(string attempt, string refusal) => Assert.Equal(refusal, await host.InBlockAsync(attempt));
}
