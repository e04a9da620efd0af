using System.Text.Json;
using Immy.Typed.Runtime.Tests.Capabilities.Harness;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Domain.Models;
using Immybot.Backend.Domain.Providers;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Capabilities;

public sealed class SupportTicketDetailOverrideTests : CapabilityScenario<ISupportsSupportTicketDetailOverride>
{
    protected override IReadOnlyList<Func<ISupportsSupportTicketDetailOverride, CancellationToken, Task>> Calls => [
        static (capability, token) => CreateAsync(capability, token),
        static (capability, token) => capability.NewSupportFormBranding(token),
    ];

    [Fact]
    public override async Task A_real_script_gives_typed_results()
    {
        var capability = (await StartAsync()).As<ISupportsSupportTicketDetailOverride>();

        var ticket = await CreateAsync(capability, Token);
        Assert.Equal((true, "Ticket 4711"), (ticket.Success, ticket.Message));
        var sent = JsonDocument.Parse(Api.Requests[^1].Body).RootElement;
        Assert.Equal("It is slow.\nAttachment: https://blob.test/1.png\nSession: https://immy.test/sessions/9", sent.GetProperty("text").GetString());
        Assert.Equal("Ada Lovelace", sent.GetProperty("author").GetString());

        var branding = await capability.NewSupportFormBranding(Token);
        Assert.Equal(("Ask Acme", "555-0100", false, true), (branding.SupportSidebarTitle, branding.FooterMessage, branding.ShowConfirmationCheckbox, branding.ShowSessionSupportConfirmCheckbox));
        Assert.Equal(RunOutcome.Ok, LastRun.Outcome);
    }

    [Fact]
    public override async Task The_most_likely_mistake_is_told()
    {
        var integration = await StartAsync(Mistaken("    $ticket = Invoke-Acme", "    ($ticket = Invoke-Acme").Replace("$($user.LastName)\"\n    }\n", "$($user.LastName)\"\n    })\n", StringComparison.Ordinal));

        var ticket = await CreateAsync(integration.As<ISupportsSupportTicketDetailOverride>(), Token);

        Assert.True(ticket.Success);
        Assert.Single(Api.Requests, static request => request.Line == "POST /tickets");
        Assert.Equal(
            "Test.ps1(35,41): warning IMMY207: ISupportsSupportTicketDetailOverride.CreateTicket wrote PSCustomObject besides its result; it is ignored. Pipe it to Out-Null or assign it to a variable.",
            LastProblem);
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Api.On("POST /tickets", """{ "number": 4711 }""").On("GET /brand", """{ "name": "Acme", "phone": "555-0100" }""");
    }

    private static Task<SupportTicketCreationResult> CreateAsync(ISupportsSupportTicketDetailOverride capability, CancellationToken cancellationToken) => capability.CreateTicket(
        "ada@contoso.test",
        "Slow computer",
        "It is slow.",
        ["https://blob.test/1.png"],
        "https://immy.test/sessions/9",
        new User { Id = "7", Email = "ada@contoso.test", FirstName = "Ada", LastName = "Lovelace" },
        cancellationToken);
}
