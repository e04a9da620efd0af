namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>A provider link whose values do not fit the form of a new version as they fit the present one.</summary>
/// <param name="Link">The link's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Field">The field; null when the form itself could not be asked for.</param>
/// <param name="Message">What becomes of it.</param>
internal sealed record AffectedLink(Guid Link, string Name, string? Field, string Message);
