using System.Collections;
using System.ComponentModel;
using System.Management.Automation;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using Immy.Typed.Integrations;
using Immy.Typed.ScriptAttributes;
using Immy.Typed.Sessions.Records;
using Immybot.Backend.Domain.Models;
using Immybot.Backend.Domain.Providers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Immy.Typed.Sessions.AllowList;

/// <summary>The types that scripts may use beyond the engine's core types, each with its reason.</summary>
internal static class AllowedTypes
{
    public static IReadOnlyList<AllowedType> List() =>
    [
        new(typeof(OpResult), "result of Init", nameof(OpResult)),
        new(typeof(HealthCheckResult), "result of HealthCheck", nameof(HealthCheckResult)),
        new(typeof(SupportTicketCreationResult), "result of CreateTicket", nameof(SupportTicketCreationResult)),
        new(typeof(AgentInstallerDownload), "result of GetAgentInstallerDownload", nameof(AgentInstallerDownload)),
        new(typeof(ProviderClientGroup), "result of GetClientGroups", nameof(ProviderClientGroup)),
        new(typeof(ScriptLanguage), "compared in RunScript", nameof(ScriptLanguage)),
        new(typeof(DynamicVersion), "result of GetDynamicVersions", nameof(DynamicVersion)),
        new(typeof(PackageType), "value of a dynamic version", nameof(PackageType)),
        new(typeof(Architecture), "value of a dynamic version", nameof(Architecture)),
        new(typeof(HealthState), "what a HealthCheckResult says", nameof(HealthState)),

        new(typeof(ObjectResult), "answer to a request: value and status", nameof(ObjectResult)),
        new(typeof(OkObjectResult), "answer to a request", nameof(OkObjectResult)),
        new(typeof(OkResult), "answer to a request", nameof(OkResult)),
        new(typeof(NoContentResult), "answer to a request", nameof(NoContentResult)),
        new(typeof(CreatedResult), "answer to a request", nameof(CreatedResult)),
        new(typeof(AcceptedResult), "answer to a request", nameof(AcceptedResult)),
        new(typeof(EmptyResult), "answer to a request", nameof(EmptyResult)),
        new(typeof(BadRequestObjectResult), "answer to a request", nameof(BadRequestObjectResult)),
        new(typeof(BadRequestResult), "answer to a request", nameof(BadRequestResult)),
        new(typeof(NotFoundObjectResult), "answer to a request", nameof(NotFoundObjectResult)),
        new(typeof(NotFoundResult), "answer to a request", nameof(NotFoundResult)),
        new(typeof(UnauthorizedResult), "answer to a request", nameof(UnauthorizedResult)),
        new(typeof(UnauthorizedObjectResult), "answer to a request", nameof(UnauthorizedObjectResult)),
        new(typeof(ConflictResult), "answer to a request", nameof(ConflictResult)),
        new(typeof(ConflictObjectResult), "answer to a request", nameof(ConflictObjectResult)),
        new(typeof(UnprocessableEntityResult), "answer to a request", nameof(UnprocessableEntityResult)),
        new(typeof(UnprocessableEntityObjectResult), "answer to a request", nameof(UnprocessableEntityObjectResult)),
        new(typeof(StatusCodeResult), "answer to a request", nameof(StatusCodeResult)),
        new(typeof(ContentResult), "answer to a request: text and its type", nameof(ContentResult)),
        new(typeof(FileContentResult), "answer to a request: bytes that the script has", nameof(FileContentResult)),
        new(typeof(JsonResult), "answer to a request", nameof(JsonResult)),
        new(typeof(RedirectResult), "answer to a request", nameof(RedirectResult)),
        new(typeof(IActionResult), "declared as OutputType", nameof(IActionResult), NameOnly: true),
        new(typeof(HttpContext), "declared as parameter type; its members reach the connection", nameof(HttpContext), NameOnly: true),

        new(typeof(PasswordAttribute), "marks a secret of the form", "Password", NameOnly: true),
        new(typeof(DisplayNameAttribute), "label of a form field", "DisplayName", NameOnly: true),
        new(typeof(ScriptTimeoutAttribute), "a block's time-out", "ScriptTimeout", NameOnly: true),
        new(typeof(JobSettingsAttribute), "a block's period", "JobSettings", NameOnly: true),
        new(typeof(DropdownAttribute), "choices of a form field", "Dropdown", NameOnly: true),
        new(typeof(OAuthConsentAttribute), "consent that a form field fetches", "OAuthConsent", NameOnly: true),

        new(typeof(Math), "pure arithmetic", "Math"),
        new(typeof(Convert), "pure conversion: Base64, number bases", "Convert"),
        new(typeof(BitConverter), "pure conversion", "BitConverter"),
        new(typeof(Random), "numbers only", "Random"),
        new(typeof(DateTimeOffset), "a value", "DateTimeOffset"),
        new(typeof(DateOnly), "a value", "DateOnly"),
        new(typeof(TimeOnly), "a value", "TimeOnly"),
        new(typeof(UriBuilder), "a value", "UriBuilder"),
        new(typeof(StringComparison), "names of comparisons", "StringComparison"),
        new(typeof(StringComparer), "comparisons", "StringComparer"),
        new(typeof(StringSplitOptions), "option of Split", "StringSplitOptions"),
        new(typeof(Microsoft.PowerShell.Commands.WebRequestSession), "cookies and headers of several requests; its proxy is refused, its default credentials are never sent", null),
        new(typeof(System.Net.CookieContainer), "the cookies of a web session", null),
        new(typeof(System.Net.Cookie), "a cookie", null),
        new(typeof(HttpUtility), "encodes and parses URLs and HTML", null),
        new(HttpUtility.ParseQueryString("").GetType(), "what ParseQueryString returns"),
        new(typeof(System.Net.WebUtility), "encodes URLs and HTML", null),
        new(typeof(StringBuilder), "text", null),
        new(typeof(MemoryStream), "bytes in memory as the stream that Get-FileHash takes", null),
        new(typeof(Encoding), "text to bytes and back", null),
        new(Encoding.UTF8.GetType(), "what [System.Text.Encoding]::UTF8 is"),
        new(typeof(UTF8Encoding), "text to bytes and back", null),
        new(Encoding.ASCII.GetType(), "what [System.Text.Encoding]::ASCII is"),
        new(Encoding.Latin1.GetType(), "what [System.Text.Encoding]::Latin1 is"),
        new(Encoding.Unicode.GetType(), "text to bytes and back", null),
        new(typeof(HMACSHA1), "signs requests", null),
        new(typeof(HMACSHA256), "signs requests", null),
        new(typeof(HMACSHA512), "signs requests", null),
        new(typeof(SHA256), "hashes", null),
        new(SHA256.Create().GetType(), "what [SHA256]::Create() returns"),
#pragma warning disable CA5351 // Scripts need it where an API asks for it; nothing here relies on it.
        new(typeof(MD5), "hashes, where an API asks for it", null),
        new(MD5.Create().GetType(), "what [MD5]::Create() returns"),
#pragma warning restore CA5351
        new(typeof(System.Text.RegularExpressions.Match), "what [regex]::Match() returns"),
        new(typeof(IntegrationContextTable), "$IntegrationContext"),
        new(Hashtable.Synchronized([]).GetType(), "$providerTypeFormData"),
        new(typeof(ArrayList), "a list", null),
        new(typeof(Queue), "a list", null),
        new(typeof(Stack), "a list", null),
        new(typeof(List<object>), "a list", null),
        new(typeof(List<string>), "a list", null),
        new(typeof(List<int>), "a list", null),
        new(typeof(List<Hashtable>), "a list", null),
        new(typeof(HashSet<string>), "a set", null),
        new(typeof(HashSet<object>), "a set", null),
        new(typeof(List<PSObject>), "a list", null),
        new(typeof(List<long>), "a list", null),
        new(typeof(List<bool>), "a list", null),
        new(typeof(List<double>), "a list", null),
        new(typeof(HashSet<int>), "a set", null),
        new(typeof(Queue<object>), "a list", null),
        new(typeof(Queue<string>), "a list", null),
        new(typeof(Stack<object>), "a list", null),
        new(typeof(Stack<string>), "a list", null),
        new(typeof(SortedDictionary<string, object>), "a table", null),
        new(typeof(Dictionary<string, int>), "a table", null),
        new(typeof(Dictionary<string, PSObject>), "a table", null),
        new(typeof(Dictionary<string, Hashtable>), "a table", null),
        new(typeof(Dictionary<string, string>), "a table", null),
        new(typeof(Dictionary<string, object>), "a table", null),
        .. AllowedEngineTypes.List(),
        new(typeof(RecordLiteral), "what [pscustomobject]@{} makes: a record and nothing else", RecordSyntax.TypeName),
        new(typeof(XmlContent), "what [xml] makes: a document that reaches no file", RecordSyntax.XmlTypeName),
    ];
}
