using System.Collections.Concurrent;
using Immy.Typed.Server.ProviderLinks;

namespace Immy.Typed.Server.Audit;

/// <summary>Writes down that a provider link's secrets were used: once a day, since Init takes them three times an hour; each Init is a run besides.</summary>
internal sealed partial class SecretUse(IServiceScopeFactory scopes, TimeProvider time, ILogger<SecretUse> logger)
{
    private readonly ConcurrentDictionary<Guid, DateOnly> _written = new();

    public async Task NoteAsync(ProviderLink link)
    {
        var names = LinkSecrets.NamesOf(link);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (names.Count == 0 || (_written.TryGetValue(link.Id, out var day) && day == today))
        {
            return;
        }

        _written[link.Id] = today;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AuditLog>().WriteAsync(
                Actor.Server, AuditAction.SecretsUsed, Subjects.NameOf(typeof(ProviderLink)), link.Id, link.Name, string.Join(", ", names), CancellationToken.None);
        }
        catch (Exception exception)
        {
            // The link serves all the same; the next Init writes it.
            _written.TryRemove(link.Id, out _);
            LogCannotWrite(exception, link.Id);
        }
    }

    [LoggerMessage(EventId = 30, Level = LogLevel.Error, Message = "That the secrets of the provider link {Id} were used cannot be written down; it is tried again at the next use.")]
    private partial void LogCannotWrite(Exception exception, Guid id);
}
