using Immy.Typed.Runtime.Tests.Harness;
using Immybot.Backend.Providers.Interfaces;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>The door of requests: the block that answers one holds the host's HttpContext, and through it its services.</summary>
public sealed class WebhookEscapes
{
    [Theory]
    [InlineData("$HttpContext.RequestServices.GetService([string])", Refused.Method)]
    [InlineData("$HttpContext.RequestServices = $null", Refused.Set)]
    [InlineData("$HttpContext.Features.Set($null)", Refused.Method)]
    [InlineData("$HttpContext.Abort()", Refused.Method)]
    [InlineData("$HttpContext.Request.Body.ReadByte()", Refused.Method)]
    [InlineData("$HttpContext.Response.StatusCode = 500", Refused.Set)]
    [InlineData("$HttpContext.Response.Redirect('file:///x')", Refused.Method)]
    [InlineData("$HttpContext.User = $null", Refused.Set)]
    [InlineData("$HttpContext | ForEach-Object RequestServices | ForEach-Object GetService ([string])", Refused.Method + ",Immy.Typed.Cmdlets.Standard.ForEachObject")]
    [InlineData("[Microsoft.AspNetCore.Mvc.PhysicalFileResult]::new('/etc/hostname', 'text/plain')", Refused.Create)]
    [InlineData("[Microsoft.AspNetCore.Mvc.FileStreamResult]::new($HttpContext.Request.Body, 'text/plain')", Refused.Create)]
    public async Task The_context_gives_no_way_in(string attempt, string refusal)
    {
        using var canary = new Canary();
        await using var services = new ServiceCollection().AddSingleton(Canary.Secret).BuildServiceProvider();
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsHttpRequest", "HandleHttpRequest", $$"""
            param($HttpContext)
            $ErrorActionPreference = 'Stop'
            try { $a = . { {{attempt}} }; [ObjectResult]::new("wrote: $a") } catch { [ObjectResult]::new($_.FullyQualifiedErrorId) }
            """));

        var answer = await integration.As<ISupportsHttpRequest>().HandleHttpRequest(new DefaultHttpContext { RequestServices = services }, null, "", TestContext.Current.CancellationToken);

        Assert.Equal(refusal, Assert.IsType<ObjectResult>(answer).Value?.ToString());
        canary.AssertUntouched();
    }
}
