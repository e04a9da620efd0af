using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace Immy.Typed.Cli.Output;

/// <summary>An answer to a web request, as people and JSON see it.</summary>
internal sealed record WebAnswer(int StatusCode, object? Value, string? ContentType)
{
    /// <summary>What a script's answer says.</summary>
    public static WebAnswer Of(IActionResult result) => result switch
    {
        ObjectResult known => new(known.StatusCode ?? StatusCodes.Status200OK, known.Value, known.ContentTypes.FirstOrDefault()),
        ContentResult known => new(known.StatusCode ?? StatusCodes.Status200OK, known.Content, known.ContentType),
        JsonResult known => new(known.StatusCode ?? StatusCodes.Status200OK, known.Value, known.ContentType ?? "application/json"),
        RedirectResult known => new(known.Permanent ? StatusCodes.Status301MovedPermanently : StatusCodes.Status302Found, known.Url, null),
        FileContentResult known => new(StatusCodes.Status200OK, known.FileContents, known.ContentType),
        IStatusCodeActionResult known => new(known.StatusCode ?? StatusCodes.Status200OK, null, null),
        _ => new(StatusCodes.Status200OK, null, null),
    };
}
