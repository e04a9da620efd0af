using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Runtime.Tests.Harness;

/// <summary>Reads instruments of one host as an exporter does: counters add up, gauges are asked.</summary>
internal sealed class MeterReader : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, double> _values = [];
    private readonly HashSet<string> _observable = [];

    public MeterReader(IServiceProvider host, params string[] instruments)
    {
        var meters = host.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Immy.Typed" && instrument.Meter.Scope == meters && instruments.Contains(instrument.Name))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Take(instrument, value));
        _listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => Take(instrument, value));
        _listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => Take(instrument, 1));
        _listener.Start();
    }

    /// <summary>The sum of a counter, the value of a gauge over all instances, or how often a histogram was told.</summary>
    public double Read(string instrument)
    {
        lock (_values)
        {
            _observable.ToList().ForEach(name => _values[name] = 0);
        }

        _listener.RecordObservableInstruments();
        lock (_values)
        {
            return _values.GetValueOrDefault(instrument);
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value)
    {
        lock (_values)
        {
            if (instrument.IsObservable)
            {
                _observable.Add(instrument.Name);
            }

            _values[instrument.Name] = _values.GetValueOrDefault(instrument.Name) + value;
        }
    }
}
