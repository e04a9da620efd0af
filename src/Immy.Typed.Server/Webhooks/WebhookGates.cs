using System.Collections.Concurrent;
using Immy.Typed.Server.Webhooks.Settings;

namespace Immy.Typed.Server.Webhooks;

/// <summary>The gates of the links that live in this process.</summary>
internal sealed class WebhookGates(WebhookStore store, TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, WebhookGate> _gates = new();

    public WebhookGate Of(Guid link) => _gates.GetOrAdd(link, static (id, self) => new WebhookGate(id, self.Store, self.Time), (Store: store, Time: time));

    public void Renew(Guid link)
    {
        if (_gates.TryGetValue(link, out var gate))
        {
            gate.Renew();
        }
    }
}
