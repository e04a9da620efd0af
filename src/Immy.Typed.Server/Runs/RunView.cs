namespace Immy.Typed.Server.Runs;

/// <summary>A run as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ParentId">The run that it is a part of.</param>
/// <param name="ProviderLinkId">The provider link that it works for.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What is run, such as <c>ISupportsListingAgents.GetAgents</c>.</param>
/// <param name="CausedBy">Who asked for it, or <c>job</c>.</param>
/// <param name="Owner">The process of the cluster that runs it.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended; null while it goes on.</param>
/// <param name="State">How it stands.</param>
/// <param name="Count">How many results there were.</param>
/// <param name="Message">What there is to say of the outcome; null when all went well.</param>
internal sealed record RunView(
    Guid Id, Guid? ParentId, Guid? ProviderLinkId, RunKind Kind, string Name, string CausedBy, string Owner, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, RunState State, int Count, string? Message)
{
    public static RunView Of(Run run) => new(
        run.Id, run.ParentId, run.ProviderLinkId, run.Kind, run.Name, run.CausedBy, run.Owner, run.StartedAt, run.EndedAt, run.State, run.Count, run.Message);
}
