# The parts of SentinelOne's management API that integrations need.
#
# Which console is asked: the one in $IntegrationContext (S1Uri and AuthHeader) where there is such a context, else the
# one that Connect-S1API reached last. The context is shared by all sessions of an integration; what a module remembers
# belongs to one session only.
#
# Every function sets $ErrorActionPreference to Stop for itself: half a list must never pass for a whole one, even where
# the caller says -ErrorAction SilentlyContinue.

$script:Connection = $null

function Connect-S1API {
    <#
    .SYNOPSIS
        Signs in to a SentinelOne console.
    .DESCRIPTION
        Asks the console for its system information with the given key. If that works, the connection is remembered for
        this session, and the header that carries the key is returned.
        An integration keeps the address as $IntegrationContext.S1Uri and the header as $IntegrationContext.AuthHeader,
        so that all of its sessions use them.
    .PARAMETER S1Uri
        The address of the console, such as https://usea1-partners.sentinelone.net.
    .PARAMETER S1APIToken
        The API token of a service user.
    .OUTPUTS
        A hashtable with the Authorization header.
    .EXAMPLE
        $IntegrationContext.AuthHeader = Connect-S1API -S1Uri $S1Uri -S1APIToken $S1ApiKey
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)]
        [uri]$S1Uri,
        [Parameter(Mandatory)]
        [string]$S1APIToken
    )

    $ErrorActionPreference = 'Stop'
    if (-not $S1Uri.IsAbsoluteUri -or $S1Uri.Scheme -notin 'https', 'http') {
        throw "'$S1Uri' is not a web address. Enter the console's address with https:// in front."
    }

    if ($S1Uri.Scheme -eq 'http' -and -not $S1Uri.IsLoopback) {
        throw "'$S1Uri' would send the API token unencrypted. Enter the console's address with https:// in front."
    }

    $connection = @{
        Uri    = $S1Uri
        Header = @{ Authorization = "ApiToken $($S1APIToken.Trim())" }
    }
    $system = (Read-S1Page -Connection $connection -Endpoint 'system/info').data
    if (-not $system.latestAgentVersion) {
        throw "'$S1Uri' answered, but not as a SentinelOne console does: system/info has no latestAgentVersion."
    }

    Write-Verbose "Signed in to $S1Uri. The latest agent is $($system.latestAgentVersion)."
    $script:Connection = $connection
    $connection.Header
}

function Invoke-S1RestMethod {
    <#
    .SYNOPSIS
        Sends a request to the SentinelOne API and returns its data.
    .DESCRIPTION
        Follows the cursor of a list from page to page; each page's data is written as soon as it is there. A page that
        fails ends the list with an error.
    .PARAMETER Endpoint
        The path below web/api/v2.1, such as agents or sites/225494730938493001.
    .PARAMETER Method
        The HTTP method; GET by default.
    .PARAMETER QueryParameters
        Names and values of the query. The hashtable is left as it is.
    .PARAMETER Body
        What is sent: text as it is, anything else as JSON.
    .EXAMPLE
        Invoke-S1RestMethod -Endpoint groups -QueryParameters @{ siteIds = $siteId; limit = 100 }
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [string]$Endpoint,
        [ValidateSet('GET', 'POST', 'PUT', 'DELETE')]
        [string]$Method = 'GET',
        [hashtable]$QueryParameters = @{},
        $Body
    )

    $ErrorActionPreference = 'Stop'
    $connection = Get-S1Connection
    $query = $QueryParameters.Clone()
    do {
        $page = Read-S1Page -Connection $connection -Endpoint $Endpoint -Method $Method -Query $query -Body $Body
        $page.data

        $cursor = $page.pagination.nextCursor
        if ($cursor -and $cursor -ceq $query.cursor) {
            throw "SentinelOne repeats the same page of '$Endpoint': its next cursor is the one that was just sent."
        }

        $query.cursor = $cursor
    } while ($cursor)
}

function Get-S1SystemInfo {
    <#
    .SYNOPSIS
        Gets version and release of the console, and the latest version of the agent.
    .EXAMPLE
        (Get-S1SystemInfo).latestAgentVersion
    #>
    [CmdletBinding()]
    param()

    $ErrorActionPreference = 'Stop'
    Invoke-S1RestMethod -Endpoint 'system/info'
}

function Get-S1Site {
    <#
    .SYNOPSIS
        Gets the sites of the console, or one of them.
    .PARAMETER Id
        The id of the one site to get. An id that doesn't exist is an error.
    .PARAMETER Name
        The name of the one site to get. No such site, or several, is an error.
    .EXAMPLE
        Get-S1Site | Sort-Object name
    .EXAMPLE
        (Get-S1Site -Id $clientId).registrationToken
    #>
    [CmdletBinding(DefaultParameterSetName = 'All')]
    param(
        [Parameter(Mandatory, ParameterSetName = 'Id')]
        [string]$Id,
        [Parameter(Mandatory, ParameterSetName = 'Name')]
        [string]$Name
    )

    $ErrorActionPreference = 'Stop'
    if ($Id) {
        Invoke-S1RestMethod -Endpoint "sites/$([uri]::EscapeDataString($Id))"
    } elseif ($Name) {
        Invoke-S1RestMethod -Endpoint 'sites' -QueryParameters @{ limit = 100; name = $Name } |
            Select-Object -ExpandProperty sites |
            Should-HaveOne "SentinelOne site named '$Name'"
    } else {
        Invoke-S1RestMethod -Endpoint 'sites' -QueryParameters @{ limit = 100 } | Select-Object -ExpandProperty sites
    }
}

function Get-S1Agent {
    <#
    .SYNOPSIS
        Gets the agents of the console, page by page.
    .PARAMETER SiteId
        Only the agents of these sites; the API itself filters. An empty list gives no agents.
    .PARAMETER ComputerName
        Only the agents of computers with this name.
    .PARAMETER PageSize
        How many agents one request brings. Large fleets are faster with more, up to 1000.
    .EXAMPLE
        Get-S1Agent -SiteId $ClientIds | Where-Object isActive
    #>
    [CmdletBinding()]
    param(
        [AllowNull()]
        [AllowEmptyCollection()]
        [string[]]$SiteId,
        [string]$ComputerName,
        [ValidateRange(1, 1000)]
        [int]$PageSize = 100
    )

    $ErrorActionPreference = 'Stop'
    $query = @{ limit = $PageSize }
    if ($ComputerName) {
        $query.computerName = $ComputerName
    }

    if ($null -eq $SiteId) {
        Invoke-S1RestMethod -Endpoint 'agents' -QueryParameters $query
        return
    }

    # Fifty ids of 20 characters keep the address well below the 2000 that every proxy accepts.
    $ids = @($SiteId | Where-Object { $_ } | Select-Object -Unique)
    for ($start = 0; $start -lt $ids.Count; $start += 50) {
        $query.siteIds = ($ids | Select-Object -Skip $start -First 50) -join ','
        Invoke-S1RestMethod -Endpoint 'agents' -QueryParameters $query
    }
}

function ConvertFrom-S1Threat {
    <#
    .SYNOPSIS
        Reads the threats out of the body of a SentinelOne notification.
    .DESCRIPTION
        A notification is one threat, or a list of threats, as such or under the name data. What has no threatInfo is
        left out.
    .PARAMETER Body
        The body's JSON as objects.
    .OUTPUTS
        A hashtable for each threat: threatId, threatName, classification, confidence, status, computerName, agentId and
        siteId.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)]
        [AllowNull()]
        $Body
    )

    $threats = if ($Body.data) { $Body.data } else { $Body }
    foreach ($threat in $threats | Where-Object threatInfo) {
        [ordered]@{
            threatId       = $threat.threatInfo.threatId ?? $threat.id
            threatName     = $threat.threatInfo.threatName
            classification = $threat.threatInfo.classification
            confidence     = $threat.threatInfo.confidenceLevel
            status         = $threat.threatInfo.mitigationStatus
            computerName   = $threat.agentRealtimeInfo.agentComputerName
            agentId        = $threat.agentRealtimeInfo.agentUuid ?? $threat.agentDetectionInfo.agentUuid
            siteId         = $threat.agentRealtimeInfo.siteId ?? $threat.agentDetectionInfo.siteId
        }
    }
}

# Gives the console to ask, as @{ Uri; Header }.
function Get-S1Connection {
    if ($IntegrationContext.S1Uri -and $IntegrationContext.AuthHeader) {
        return @{ Uri = $IntegrationContext.S1Uri; Header = $IntegrationContext.AuthHeader }
    }

    if (-not $script:Connection) {
        throw 'There is no connection to SentinelOne yet: call Connect-S1API first.'
    }

    $script:Connection
}

# Sends one request and gives the whole answer, envelope included; anything but a good answer is an error.
function Read-S1Page {
    param($Connection, [string]$Endpoint, [string]$Method = 'GET', [hashtable]$Query = @{}, $Body)

    $ErrorActionPreference = 'Stop'
    $root = "$($Connection.Uri)".TrimEnd('/') -replace '/web/api(/v[\d.]+)?$'
    $uri = [uri]"$root/web/api/v2.1/$($Endpoint.Trim('/'))"
    if ($Query.Count -gt 0) {
        $uri = Add-UriQueryParameter -Uri $uri -Parameter $Query
    }

    $request = @{
        Uri                = $uri
        Method             = $Method
        Headers            = $Connection.Header
        TimeoutSec         = 30
        SkipHttpErrorCheck = $true
        StatusCodeVariable = 'status'
    }
    if ($null -ne $Body) {
        $request.Body = if ($Body -is [string]) { $Body } else { ConvertTo-Json -InputObject $Body -Depth 10 -Compress }
        $request.ContentType = 'application/json; charset=utf-8'
    }

    Write-Verbose "$Method $uri"
    $status = 200
    try {
        $answer = Invoke-RestMethod @request
    } catch {
        throw "SentinelOne cannot be reached at ${root}: $($_.Exception.Message)"
    }

    if ($status -lt 200 -or $status -gt 299 -or $answer.errors) {
        throw "SentinelOne answered status $status to '$Endpoint'. $(Format-S1Failure -Status $status -Answer $answer)"
    }

    if ($answer -is [string] -or $null -eq $answer.data) {
        throw "SentinelOne answered '$Endpoint' with something other than the API's JSON. Is $root the console's address?"
    }

    $answer
}

# Says why a request failed, and what helps.
function Format-S1Failure {
    param([int]$Status, $Answer)

    $reasons = foreach ($reason in $Answer.errors) {
        "$(@($reason.title, $reason.detail | Where-Object { $_ }) -join ': ')".TrimEnd('.') + '.'
    }
    $advice = switch ($Status) {
        401 { 'Check the API key: it may be mistyped, expired or revoked.' }
        403 { 'The user that the API key belongs to lacks the role for this.' }
        429 { 'The console asks for fewer requests; try again later.' }
    }
    @($reasons; $advice) -join ' '
}

Export-ModuleMember -Function @(
    'Connect-S1API'
    'Invoke-S1RestMethod'
    'Get-S1SystemInfo'
    'Get-S1Site'
    'Get-S1Agent'
    'ConvertFrom-S1Threat'
)
