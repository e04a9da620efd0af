using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.SupportTickets;

/// <summary>A server, and a remote system that counts the tickets which scripts create there.</summary>
internal sealed class TicketDesk : IAsyncDisposable
{
    public const string Plain = """
        $Integration = New-DynamicIntegration -Init { param([string]$Url, [Password()][string]$Key) [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        return $Integration
        """;

    /// <summary>Takes tickets; what becomes of one is said by its subject.</summary>
    public const string Script = """
        $Integration = New-DynamicIntegration -Init { param([string]$Url, [Password()][string]$Key) [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsSupportTicketDetailOverride -CreateTicket { param($requesterEmail, $subject, $notes, $blobUrls, $sessionUrl, $user)
            Invoke-RestMethod "$($providerTypeFormData.Url)/tickets" -Method Post | Out-Null
            switch ($subject) {
                'refused' { [SupportTicketCreationResult]@{ Success = $false; Message = "The desk is closed for $($providerTypeFormData.Key)" } }
                'mute' { [SupportTicketCreationResult]@{ Success = $false } }
                'broken' { throw 'the answer was cut' }
                'nothing' { }
                default { [SupportTicketCreationResult]@{ Success = $true; Message = "Ticket 1: $requesterEmail, $subject, $notes, $($blobUrls -join '+'), $sessionUrl, $($user.Email)" } }
            }
        } -NewSupportFormBranding {
            if ($providerTypeFormData.Key -eq 'no-branding') { throw 'no branding today' }
            New-SupportFormBranding -SupportSidebarTitle "Contoso helps with $($providerTypeFormData.Key)" -ShowConfirmationCheckbox $false
        }
        return $Integration
        """;

    private TicketDesk(TestServer server, RemoteSystem remote) => (Server, Remote) = (server, remote);

    public TestServer Server { get; }

    public RemoteSystem Remote { get; }

    public static async Task<TicketDesk> StartAsync() => new(await TestServer.StartAsync(), await RemoteSystem.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Remote.DisposeAsync();
    }

    /// <summary>Saves a script; gives the type's id.</summary>
    public async Task<string> TypeAsync(string name, string script = Script)
    {
        var (status, type) = await Server.PostAsync("integration-types", new { name, script });
        Assert.True(status == 201, type.ToString());
        return type.GetProperty("id").GetString()!;
    }

    /// <summary>Makes a link; gives status, and the id or the refusal's detail.</summary>
    public async Task<(int Status, string Text)> TryLinkAsync(string type, string name, params string[] excluded)
    {
        var (status, link) = await Server.PostAsync("provider-links", new { integrationTypeId = type, name, values = new { Remote.Url, Key = "desk-secret" }, excludedCapabilities = excluded });
        return (status, link.GetProperty(status == 201 ? "id" : "detail").GetString()!);
    }

    /// <summary>Makes a link that must be possible; gives its id.</summary>
    public async Task<string> LinkAsync(string type, string name, params string[] excluded)
    {
        var (status, text) = await TryLinkAsync(type, name, excluded);
        Assert.True(status == 201, text);
        return text;
    }

    /// <summary>Changes a link; gives status, and null or the refusal's detail.</summary>
    public async Task<(int Status, string? Detail)> EditAsync(string link, object edit) => Told(await Server.EditAsync(HttpMethod.Put, $"provider-links/{link}", edit));

    /// <summary>Sends a support request; gives status, and the message or the refusal's detail.</summary>
    public async Task<(int Status, string? Text)> SendAsync(object request)
    {
        var (status, answer) = await Server.PostAsync("support-tickets", request);
        return (status, answer.GetProperty(status == 200 ? "message" : "detail").GetString());
    }

    /// <summary>The name of the link that takes support requests; null when none does.</summary>
    public async Task<string?> TakerAsync() => (await Server.GetAsync("support-tickets/form")).GetProperty("providerLinkName").GetString();

    public static (int Status, string? Detail) Told((int Status, JsonElement Answer) answer) => (answer.Status, answer.Status < 300 ? null : answer.Answer.TryGetProperty("detail", out var detail) ? detail.GetString() : answer.Answer.GetRawText());
}
