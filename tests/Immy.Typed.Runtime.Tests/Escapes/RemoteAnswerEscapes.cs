using Immy.Typed.Runtime.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>The door of remote answers, over real HTTP: an answer is data, whatever it looks like.</summary>
public sealed class RemoteAnswerEscapes
{
    [Theory]
    [InlineData("application/json", """{"value":"$(1 + 1)"}""", "$a.value", "$(1 + 1)")]
    [InlineData("application/json", """{"$type":"System.IO.FileInfo, System.Private.CoreLib","value":"x"}""", "$a.psobject.TypeNames[0]", "System.Management.Automation.PSCustomObject")]
    [InlineData("application/json", """{"PSTypeName":"System.IO.FileInfo","FullName":"SECRET"}""", "\"$($a.psobject.TypeNames[0])$($a.VersionInfo)\"", "System.Management.Automation.PSCustomObject")]
    [InlineData("application/json", """{"value":"{ Get-Date }"}""", "$a.value.GetType().Name", "String")]
    [InlineData("application/json", """{"ToString":"x","GetType":"y"}""", "$a.GetType", "y")]
    [InlineData("text/xml", """<!DOCTYPE a [<!ENTITY e SYSTEM "file://SECRET">]><a>&e;</a>""", "\"<$($a.a.InnerText)>\"", "<>")]
    [InlineData("text/plain", "$ExecutionContext.SessionState.LanguageMode = 'FullLanguage'", "\"$a\".Length", "60")]
    [InlineData("text/html", "<p>1<br>", "\"$a\"", "<p>1<br>")]
    public async Task An_answer_is_data(string type, string answer, string reading, string seen)
    {
        using var canary = new Canary();
        await using var app = await StartAsync(context =>
        {
            context.Response.ContentType = type;
            return context.Response.WriteAsync(answer.Replace("SECRET", canary.SecretFile, StringComparison.Ordinal));
        });

        Assert.Equal(seen, await ReadAsync(app, reading));
        canary.AssertUntouched();
    }

    [Fact]
    public async Task A_redirection_to_a_file_is_not_followed()
    {
        using var canary = new Canary();
        await using var app = await StartAsync(context =>
        {
            context.Response.Redirect("file://" + canary.SecretFile);
            return Task.CompletedTask;
        });

        var seen = await ReadAsync(app, "'nothing'", " -ErrorAction SilentlyContinue");

        Assert.Equal("nothing", seen);
        canary.AssertUntouched();
    }

    private static async Task<string> ReadAsync(WebApplication app, string reading, string options = "")
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", $"$a = Invoke-RestMethod '{app.Urls.First()}'{options}\n{reading}"));
        return await integration.TokenAsync();
    }

    private static async Task<WebApplication> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
