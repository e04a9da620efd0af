namespace Immy.Typed.Server.Clients;

/// <summary>A group of clients as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ExternalGroupId">Its id in the remote system.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Clients">How many clients it has that are listed.</param>
internal sealed record ClientGroupView(Guid Id, string ExternalGroupId, string Name, int Clients);
