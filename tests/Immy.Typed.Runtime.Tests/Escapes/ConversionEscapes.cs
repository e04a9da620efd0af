namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>The door of conversions: a value is turned into a type whose constructor, parser or setters reach the machine.</summary>
public sealed class ConversionEscapes(EscapeHost host) : IClassFixture<EscapeHost>
{
    [Theory]
    [InlineData("[System.IO.FileInfo]'SECRET'", Refused.Convert)]
    [InlineData("[System.IO.FileInfo]$f = 'SECRET'", "RuntimeException")]
    [InlineData("function Get-Size { param([System.IO.FileInfo]$f) $f.Length }; Get-Size SECRET", "ParameterArgumentTransformationError,Get-Size")]
    [InlineData("$null -eq ('SECRET' -as [System.IO.FileInfo])", "wrote: True")]
    [InlineData("[System.IO.FileInfo[]]@('SECRET')", Refused.Convert)]
    [InlineData("@('SECRET').ForEach([System.IO.FileInfo])", Refused.Method)]
    [InlineData("[System.Diagnostics.ProcessStartInfo]@{ FileName = 'touch'; Arguments = 'MARKER' }", Refused.Convert)]
    [InlineData("[System.Diagnostics.Process]@{ StartInfo = @{ FileName = 'touch' } }", Refused.Convert)]
    [InlineData("[X509Certificate]'SECRET'", Refused.Convert)]
    [InlineData("[System.Xml.XmlDocument]'<a/>'", Refused.Convert)]
    [InlineData("[action]{ 1 }", Refused.Convert)]
    [InlineData("[System.Func[object]]{ 1 }", Refused.Convert)]
    [InlineData("[System.Threading.ThreadStart]{ 1 }", Refused.Convert)]
    [InlineData("[System.Management.Automation.PSTypeConverter]'x'", Refused.Convert)]
    [InlineData("[System.Collections.Generic.List[object]]::new().ForEach({ 1 })", "MethodArgumentConversionInvalidCastArgument")]
    [InlineData("[ref]$x", "NonExistingVariableReference")]
    [InlineData("$x = 1 | Measure-Object; [ref]$x", Refused.Create)]
    [InlineData("[wmi]''", "TypeNotFound")]
    [InlineData("[adsi]''", "TypeNotFound")]
    public async Task Nothing_converts_to_what_is_not_listed(string attempt, string refusal) => Assert.Equal(refusal, await host.InBlockAsync(attempt));

    [Theory]
    [InlineData("([xml]'<a/>').Save('MARKER')", "ProblemException")]
    [InlineData("([xml]'<a/>').Load('SECRET')", "ProblemException")]
    [InlineData("$d = [xml]'<a/>'; $d.XmlResolver = $null", "CatchFromBaseAdapterSetValue")]
    [InlineData("([xml]'<!DOCTYPE a [<!ENTITY e SYSTEM \"file://SECRET\">]><a>&e;</a>').OuterXml", "InvalidCastConstructorException")]
    [InlineData("([xml]'<!DOCTYPE a SYSTEM \"file://SECRET\"><a/>').OuterXml", "wrote: <a />")]
    [InlineData("(1 | ConvertTo-Xml).Save('MARKER')", Refused.Method)]
    [InlineData("(Select-Xml -Content '<!DOCTYPE a [<!ENTITY e SYSTEM \"file://SECRET\">]><a>&e;</a>' -XPath '/a').Node.InnerText", "System.Xml.XmlException,Immy.Typed.Cmdlets.Standard.SelectXml")]
    [InlineData("(Select-Xml -Content '<a/>' -XPath 'document(\"SECRET\")')", "System.Xml.XPath.XPathException,Microsoft.PowerShell.Commands.SelectXmlCommand")]
    public async Task A_document_reaches_no_file(string attempt, string refusal) => Assert.Equal(refusal, await host.InBlockAsync(attempt));
}
