using Immy.Typed.Integrations;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Counts who uses an integration, so that one that is replaced closes after its last call.</summary>
internal sealed class OpenIntegration(DynamicIntegration integration)
{
    private readonly Lock _gate = new();
    private int _leases;
    private bool _isRetired;

    public DynamicIntegration Integration => integration;

    /// <summary>False when it is retired: another one serves.</summary>
    public bool TryLease()
    {
        lock (_gate)
        {
            _leases += _isRetired ? 0 : 1;
            return !_isRetired;
        }
    }

    /// <summary>One more lease for somebody who has one, even when it is retired.</summary>
    public OpenIntegration LeaseWhileLeased()
    {
        lock (_gate)
        {
            _leases++;
        }

        return this;
    }

    public void Release()
    {
        lock (_gate)
        {
            if (--_leases > 0 || !_isRetired)
            {
                return;
            }
        }

        Close();
    }

    /// <summary>Takes no more calls, and closes when those that run have ended.</summary>
    public void Retire()
    {
        lock (_gate)
        {
            if (_isRetired)
            {
                return;
            }

            _isRetired = true;
            if (_leases > 0)
            {
                return;
            }
        }

        Close();
    }

    // Ends without waiting for anything: a script that hangs keeps its own thread only.
    private void Close() => integration.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
