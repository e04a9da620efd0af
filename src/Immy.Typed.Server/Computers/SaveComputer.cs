namespace Immy.Typed.Server.Computers;

/// <summary>A computer as it is to be.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TenantId">Its tenant.</param>
/// <param name="SerialNumber">Its serial number, by which agents are found.</param>
/// <param name="Manufacturer">Its maker.</param>
/// <param name="OSName">Its operating system.</param>
internal sealed record SaveComputer(string? Name, Guid? TenantId, string? SerialNumber, string? Manufacturer, string? OSName);
