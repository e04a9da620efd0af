# What the integrations with Acme share: signing in, one request, and a list of pages.

function Connect-Acme {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [Uri]$Uri,
        [Parameter(Mandatory)]
        [string]$ApiKey
    )
    $IntegrationContext.Uri = $Uri
    $IntegrationContext.Headers = @{ 'x-api-key' = $ApiKey }
    Invoke-Acme 'ping' | Out-Null
}

function Invoke-Acme {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, Position = 0)]
        [string]$Path,
        [ValidateSet('Get', 'Post', 'Put', 'Delete')]
        [string]$Method = 'Get',
        [Hashtable]$Query = @{},
        [Hashtable]$Body
    )
    $request = @{
        Method  = $Method
        Uri     = [Uri]::new($IntegrationContext.Uri, $Path) | Add-UriQueryParameter $Query
        Headers = $IntegrationContext.Headers
    }
    if ($Body) {
        $request.Body = $Body | ConvertTo-Json -Depth 5
        $request.ContentType = 'application/json'
    }
    Invoke-RestMethod @request -ErrorAction Stop
}

function Get-AcmeItem {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, Position = 0)]
        [string]$Path,
        [Hashtable]$Query = @{}
    )
    $page = 0
    do {
        $page++
        $answer = Invoke-Acme $Path -Query ($Query + @{ page = $page })
        $answer.items
    } while ($answer.hasMore)
}

Export-ModuleMember -Function Connect-Acme, Invoke-Acme, Get-AcmeItem
