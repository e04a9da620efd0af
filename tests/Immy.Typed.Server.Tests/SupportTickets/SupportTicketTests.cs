using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.SupportTickets;

/// <summary>Support requests over real HTTP, to a script that creates the ticket.</summary>
public sealed class SupportTicketTests
{
    private const string MayExist = "The ticket may exist all the same: look in the remote system before you send the request again.";

    private static readonly string[] Files = ["https://files.example/1.png", "https://files.example/2.png"];

    private static readonly string[] OfTheServer = ["file:///etc/passwd"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_arrives_once_with_all_that_it_says()
    {
        await using var desk = await TicketDesk.StartAsync();
        var link = await desk.LinkAsync(await desk.TypeAsync("Desk"), "Helpdesk");

        var (status, sent) = await desk.Server.PostAsync("support-tickets", new
        {
            subject = " No backup ",
            notes = "since Monday",
            requesterEmail = "ada@contoso.com",
            blobUrls = Files,
            sessionUrl = "https://immy.example/sessions/7",
        });

        Assert.Equal((200, "Ticket 1: ada@contoso.com, No backup, since Monday, https://files.example/1.png+https://files.example/2.png, https://immy.example/sessions/7, ada@contoso.com"), (status, Text(sent, "message")));
        Assert.Equal((link, "Helpdesk"), (Text(sent, "providerLinkId"), Text(sent, "providerLinkName")));
        Assert.Equal(["/tickets"], desk.Remote.Asked);
        var run = await Waiting.ForAsync(() => desk.Server.GetAsync($"runs/{Text(sent, "runId")}"), static run => Text(run, "state") != "Running");
        Assert.Equal(("SupportTicket", "Support ticket: No backup", "Ok", "test"), (Text(run, "kind"), Text(run, "name"), Text(run, "state"), Text(run, "causedBy")));
    }

    [Theory]
    [InlineData("refused", "The desk is closed for ********")]
    [InlineData("mute", "The script says that there is no ticket, and not why.")]
    [InlineData("broken", "the answer was cut")]
    [InlineData("nothing", "CreateTicket")]
    public async Task A_ticket_that_was_not_created_is_told_and_never_tried_again(string subject, string reason)
    {
        await using var desk = await TicketDesk.StartAsync();
        await desk.LinkAsync(await desk.TypeAsync("Desk"), "Helpdesk");

        var (status, problem) = await desk.Server.PostAsync("support-tickets", new { subject, notes = "n", requesterEmail = "ada@contoso.com" });

        Assert.Equal((502, "The ticket was not created."), (status, Text(problem, "title")));
        Assert.Contains(reason, Text(problem, "detail"), StringComparison.Ordinal);
        Assert.Equal(subject is "broken" or "nothing", Text(problem, "detail")!.EndsWith(MayExist, StringComparison.Ordinal));
        Assert.Equal(["/tickets"], desk.Remote.Asked);
        Assert.Equal(("Failed", Text(problem, "detail")), await RunAsync(desk, Text(problem, "run")!));
    }

    [Fact]
    public async Task What_is_not_right_is_refused_by_field_and_nothing_is_sent()
    {
        await using var desk = await TicketDesk.StartAsync();
        await desk.LinkAsync(await desk.TypeAsync("Desk"), "Helpdesk");

        Assert.Equal((400, "The support request needs a subject: the request in one line."), await desk.SendAsync(new { notes = "n" }));
        Assert.Equal((400, "The subject has 301 characters; at most 300 are allowed."), await desk.SendAsync(new { subject = new string('s', 301), notes = "n" }));
        Assert.Equal((400, "The subject is one line, without line breaks or other control characters."), await desk.SendAsync(new { subject = "a\r\nBcc: b", notes = "n" }));
        Assert.Equal((400, "The support request needs notes: what is wrong, in the user's own words."), await desk.SendAsync(new { subject = "s", notes = " " }));
        Assert.Equal((400, "The notes have 30001 characters; at most 30000 are allowed."), await desk.SendAsync(new { subject = "s", notes = new string('n', 30_001) }));
        Assert.Equal((400, "Send requesterEmail, the address to answer to: 'test' is none."), await desk.SendAsync(new { subject = "s", notes = "n" }));
        Assert.Equal((400, "'Ada <ada@contoso.com>' is no e-mail address. Send one such as ada@contoso.com."), await desk.SendAsync(new { subject = "s", notes = "n", requesterEmail = "Ada <ada@contoso.com>" }));
        Assert.Equal((400, "'file:///etc/passwd' is no full http or https address."), await desk.SendAsync(new { subject = "s", notes = "n", requesterEmail = "a@b.example", blobUrls = OfTheServer }));
        Assert.Equal((400, "'7' is no full http or https address."), await desk.SendAsync(new { subject = "s", notes = "n", requesterEmail = "a@b.example", sessionUrl = "7" }));
        Assert.Equal((400, "There are 21 attached files; at most 20 are allowed."), await desk.SendAsync(new { subject = "s", notes = "n", requesterEmail = "a@b.example", blobUrls = Enumerable.Repeat("https://f.example", 21) }));
        Assert.Empty(desk.Remote.Asked);
        using var reader = await desk.Server.ClientOfAsync(Role.Reader);
        using var forbidden = await reader.PostAsJsonAsync("support-tickets", new { }, Token);
        Assert.Equal(403, (int)forbidden.StatusCode);
    }

    [Fact]
    public async Task Where_nothing_takes_requests_that_is_said_and_the_form_keeps_its_own_texts()
    {
        await using var desk = await TicketDesk.StartAsync();
        await desk.LinkAsync(await desk.TypeAsync("Plain", TicketDesk.Plain), "Plain");

        Assert.Equal(
            (409, "No provider link that is switched on has ISupportsSupportTicketDetailOverride. Switch one on whose script adds it: PUT /api/v1/provider-links/{id} with isEnabled true."),
            await desk.SendAsync(new { subject = "s", notes = "n", requesterEmail = "ada@contoso.com" }));
        var form = await desk.Server.GetAsync("support-tickets/form");
        Assert.Equal((false, null, true), (form.GetProperty("isAvailable").GetBoolean(), Text(form.GetProperty("texts"), "supportSidebarTitle"), form.GetProperty("texts").GetProperty("showConfirmationCheckbox").GetBoolean()));
    }

    [Fact]
    public async Task The_form_has_the_texts_of_the_integration_and_serves_without_them()
    {
        await using var desk = await TicketDesk.StartAsync();
        var link = await desk.LinkAsync(await desk.TypeAsync("Desk"), "Helpdesk");
        using var reader = await desk.Server.ClientOfAsync(Role.Reader);

        var form = await reader.GetFromJsonAsync<JsonElement>("support-tickets/form", Token);
        Assert.Equal((true, "Contoso helps with ********", false), (form.GetProperty("isAvailable").GetBoolean(), Text(form.GetProperty("texts"), "supportSidebarTitle"), form.GetProperty("texts").GetProperty("showConfirmationCheckbox").GetBoolean()));
        Assert.Null(Text(form, "problem"));

        Assert.Equal((200, null), await desk.EditAsync(link, new { name = "Helpdesk", values = new { desk.Remote.Url, Key = "no-branding" } }));
        var bare = await desk.Server.GetAsync("support-tickets/form");
        Assert.Equal((true, null), (bare.GetProperty("isAvailable").GetBoolean(), Text(bare.GetProperty("texts"), "supportSidebarTitle")));
        Assert.Contains("no branding today", Text(bare, "problem"), StringComparison.Ordinal);
    }

    private static string? Text(JsonElement thing, string name) => thing.GetProperty(name).GetString();

    private static async Task<(string? State, string? Message)> RunAsync(TicketDesk desk, string run)
    {
        var read = await Waiting.ForAsync(() => desk.Server.GetAsync($"runs/{run}"), static run => Text(run, "state") != "Running");
        return (Text(read, "state"), Text(read, "message"));
    }
}
