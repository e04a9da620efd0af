using Immy.Typed.Server.Tests.Harness;
using StandardWebhooks;

namespace Immy.Typed.Server.Tests.Webhooks;

/// <summary>A message that is sent twice is answered twice and handled once.</summary>
public sealed class MessageTests(WebhookServer server) : IClassFixture<WebhookServer>
{
    // Counts in the context, which all sessions of the link share.
    private const string Count = "$IntegrationContext.Count = 1 + $IntegrationContext.Count; ";

    [Fact]
    public async Task A_repeated_id_gets_the_first_status_and_does_not_run_the_script_again()
    {
        var (hook, sender) = await LinkAsync(Count + "$r = [ObjectResult]::new(\"$($IntegrationContext.Count)\"); $r.StatusCode = 202; $r");

        Assert.Equal("202 1", await SendAsync(hook, sender, "msg_1"));
        Assert.Equal("202", await SendAsync(hook, sender, "msg_1"));
        Assert.Equal("202 2", await SendAsync(hook, sender, "msg_2"));
        Assert.Equal("202", await SendAsync(hook, sender, "msg_1", seconds: 5));
        Assert.Equal(2, (await hook.RunsAsync(2)).Count);
    }

    [Fact]
    public async Task Of_two_at_once_one_runs_and_both_get_its_status()
    {
        await using var held = await Held.StartAsync();
        var (hook, sender) = await LinkAsync($"{Count} Invoke-RestMethod {held.Url} | Out-Null; [ObjectResult]::new(\"$($IntegrationContext.Count)\")");

        var first = SendAsync(hook, sender, "msg_1");
        await held.Asked;
        var others = Enumerable.Range(0, 3).Select(_ => SendAsync(hook, sender, "msg_1")).ToList();
        held.Release();

        Assert.Equal("200 1", await first);
        Assert.All(await Task.WhenAll(others), static answer => Assert.Equal("200", answer));
        Assert.Single(await hook.RunsAsync(1));
    }

    [Theory]
    [InlineData("if ($IntegrationContext.Count -eq 1) { throw 'the database is away' }; [ObjectResult]::new('ok')", "500", "200 ok")]
    [InlineData("if ($IntegrationContext.Count -eq 1) { [StatusCodeResult]::new(503) } else { [ObjectResult]::new('ok') }", "503", "200 ok")]
    [InlineData("if ($IntegrationContext.Count -eq 1) { [StatusCodeResult]::new(422) } else { [ObjectResult]::new('ok') }", "422", "422")]
    public async Task A_message_is_handled_again_only_when_the_first_time_failed_on_this_side(string block, string first, string second)
    {
        var (hook, sender) = await LinkAsync(Count + block);

        Assert.StartsWith(first, await SendAsync(hook, sender, "msg_1"), StringComparison.Ordinal);
        Assert.Equal(second, await SendAsync(hook, sender, "msg_1"));
    }

    [Fact]
    public async Task An_unsigned_request_does_not_use_up_an_id()
    {
        var (hook, sender) = await LinkAsync("[ObjectResult]::new('ok')");

        Assert.StartsWith("401", await SendAsync(hook, new StandardWebhook("whsec_" + Convert.ToBase64String(new byte[32])), "msg_1"), StringComparison.Ordinal);
        Assert.Equal("200 ok", await SendAsync(hook, sender, "msg_1"));
    }

    private static Task<string> SendAsync(Hook hook, StandardWebhook sender, string id, int seconds = 0) => hook.AnswerAsync("{}", Sender.Signed(sender, id, "{}", seconds));

    private async Task<(Hook Hook, StandardWebhook Sender)> LinkAsync(string block)
    {
        var hook = await server.LinkAsync(block);
        await hook.SaveAsync(new { check = "StandardWebhooks" });
        return (hook, new StandardWebhook((await hook.AddKeyAsync("first")).GetProperty("text").GetString()!));
    }
}
