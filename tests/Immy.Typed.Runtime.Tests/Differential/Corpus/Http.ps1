#: rest
$ProgressPreference = 'SilentlyContinue'
$answer = Invoke-RestMethod '{server}/200?a=b'; $answer.method; $answer.query; $answer.items; $answer.items.Count

#: rest with a body
$ProgressPreference = 'SilentlyContinue'
Invoke-RestMethod '{server}/200' -Method Post -Body @{ a = 1 } | ForEach-Object method; (Invoke-RestMethod '{server}/200' -Body @{ q = 'x y' }).query

#: rest error
$ProgressPreference = 'SilentlyContinue'
Invoke-RestMethod '{server}/404'; 'after'

#: rest error caught
$ProgressPreference = 'SilentlyContinue'
try { Invoke-RestMethod '{server}/404' } catch {
    $_.Exception.Response.StatusCode; [int] $_.Exception.Response.StatusCode; $_.Exception.StatusCode; $_.Exception.Response.ReasonPhrase
    $_.ErrorDetails.Message; ($_.ErrorDetails.Message | ConvertFrom-Json).method
    $_.Exception.Message; $_.Exception.GetType().FullName; "$_"
}

#: rest error by type
$ProgressPreference = 'SilentlyContinue'
try { Invoke-RestMethod '{server}/401' } catch [Microsoft.PowerShell.Commands.HttpResponseException] { "typed $($_.Exception.Response.StatusCode)" }

#: rest error headers
$ProgressPreference = 'SilentlyContinue'
try { Invoke-RestMethod '{server}/429' } catch { $_.Exception.Response.Headers.GetValues('X-Answer') }

#: rest error is not terminating
$ProgressPreference = 'SilentlyContinue'
Invoke-RestMethod '{server}/500' -ErrorAction SilentlyContinue; $Error.Count; $Error[0].ErrorDetails.Message

#: rest error that stops
$ProgressPreference = 'SilentlyContinue'
Invoke-RestMethod '{server}/500' -ErrorAction Stop; 'never'

#: rest status without an error
$ProgressPreference = 'SilentlyContinue'
Invoke-RestMethod '{server}/418' -SkipHttpErrorCheck -StatusCodeVariable status -ResponseHeadersVariable headers | ForEach-Object method; $status; $headers['X-Answer']

#: web request
$ProgressPreference = 'SilentlyContinue'
$answer = Invoke-WebRequest '{server}/201'; $answer.StatusCode; $answer.Headers['X-Answer']; ($answer.Content | ConvertFrom-Json).method

#: rest in a pipeline with errors
$ProgressPreference = 'SilentlyContinue'
200, 404, 200 | ForEach-Object { Invoke-RestMethod "{server}/$_" } | ForEach-Object method

#: rest dates
$ProgressPreference = 'SilentlyContinue'
$answer = Invoke-RestMethod '{server}/200'; $answer.at.ToUniversalTime()

#: rest error rethrown
$ProgressPreference = 'SilentlyContinue'
try { Invoke-RestMethod '{server}/403' } catch { throw "refused: $($_.Exception.Response.StatusCode.value__)" }

#: rest error id
$ProgressPreference = 'SilentlyContinue'
try { Invoke-RestMethod '{server}/404' } catch { $_.FullyQualifiedErrorId }
