# A PSA: support requests become tickets of the company that the user belongs to.
$Integration = New-DynamicIntegration -Init {
    param(
        [Parameter(Mandatory, HelpMessage = 'The address of the console.')]
        [Uri]$Uri,
        [Parameter(Mandatory)]
        [DisplayName('API key')]
        [Password(StripValue = $true)]
        [string]$ApiKey
    )
    Connect-Acme -Uri $Uri -ApiKey $ApiKey
    [OpResult]::Ok()
} -HealthCheck {
    Invoke-Acme 'ping' | Out-Null
    New-HealthyResult
}

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsSupportTicketDetailOverride -CreateTicket {
    [CmdletBinding()]
    [OutputType([Immybot.Backend.Domain.Providers.SupportTicketCreationResult])]
    param(
        [string]$requesterEmail,
        [string]$subject,
        [string]$notes,
        [string[]]$blobUrls,
        [string]$sessionUrl,
        [Immybot.Backend.Domain.Models.User]$user
    )
    $lines = @($notes) + ($blobUrls | ForEach-Object { "Attachment: $_" })
    if ($sessionUrl) { $lines += "Session: $sessionUrl" }
    $ticket = Invoke-Acme 'tickets' -Method Post -Body @{
        contact = $requesterEmail
        summary = $subject
        text    = $lines -join "`n"
        author  = "$($user.FirstName) $($user.LastName)"
    }
    [SupportTicketCreationResult]@{ Success = $true; Message = "Ticket $($ticket.number)" }
} -NewSupportFormBranding {
    [OutputType([DotNext.Optional[Immybot.Backend.Providers.Interfaces.ProviderSupportFormBranding]])]
    param()
    $brand = Invoke-Acme 'brand'
    New-SupportFormBranding -SupportSidebarTitle "Ask $($brand.name)" -FooterMessage $brand.phone -ShowConfirmationCheckbox:$false
}

return $Integration
