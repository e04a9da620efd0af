namespace Immy.Typed.Server.Computers;

/// <summary>A computer as the API shows it.</summary>
internal sealed record ComputerView(Guid Id, Guid? TenantId, string? TenantName, string Name, string? SerialNumber, string? Manufacturer, string? OSName, DateTimeOffset CreatedAt);
