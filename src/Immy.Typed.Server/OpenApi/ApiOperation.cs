namespace Immy.Typed.Server.OpenApi;

/// <summary>What the API's document says of an operation, besides what its handler tells by itself.</summary>
/// <param name="Summary">What it does, in a sentence.</param>
/// <param name="Answer">The type of its answer; null where it has no body.</param>
/// <param name="Status">The status when all goes well.</param>
/// <param name="IsEdit">True when If-Match must say which state is edited.</param>
/// <param name="HasStamp">True when the answer's ETag names the state.</param>
/// <param name="Example">A request's body, as JSON.</param>
/// <param name="ContentType">The type of the answer's body.</param>
/// <param name="MayCreate">True when it makes what is not there yet, and then answers 201.</param>
internal sealed record ApiOperation(
    string Summary, Type? Answer = null, int Status = StatusCodes.Status200OK, bool IsEdit = false, bool HasStamp = false, string? Example = null, string ContentType = "application/json", bool MayCreate = false);
