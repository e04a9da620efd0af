using System.Management.Automation;
using Immy.Typed.Problems;
using Immy.Typed.Streams;

namespace Immy.Typed.Sessions;

/// <summary>Gives every stream record to the work that is running, in order, masked.</summary>
internal sealed class StreamWatcher(ScriptSession session)
{
    private const string HostTag = "PSHOST";

    public void Watch(PSDataStreams streams)
    {
        streams.Error.DataAdded += (_, _) => Drain(streams.Error, error => Write(StreamKind.Error, ErrorText.Of(error), ErrorText.LocationOf(error), error));
        streams.Warning.DataAdded += (_, _) => Drain(streams.Warning, record => Write(StreamKind.Warning, record));
        streams.Verbose.DataAdded += (_, _) => Drain(streams.Verbose, record => Write(StreamKind.Verbose, record));
        streams.Debug.DataAdded += (_, _) => Drain(streams.Debug, record => Write(StreamKind.Debug, record));
        streams.Information.DataAdded += (_, _) => Drain(streams.Information, Write);
        streams.Progress.DataAdded += (_, _) => Drain(streams.Progress, Write);
    }

    public void Write(StreamKind kind, string message, ScriptLocation? location, ErrorRecord? error, int? percent = null)
    {
        if (session.Current is { } work)
        {
            if (error is not null)
            {
                work.WrittenErrors.Add(error.Exception);
            }

            // Of what Write-Error writes, a block that no command called knows only where it begins itself.
            if (location is not null && location == work.Location)
            {
                location = null;
            }

            location ??= kind is StreamKind.Error or StreamKind.Warning ? session.Tools.Here() : null;
            work.Receive(new StreamRecord(kind, session.Instance.Time.GetUtcNow(), session.Instance.Mask.Mask(message), location, percent), error);
        }
    }

    private static void Drain<T>(PSDataCollection<T> records, Action<T> write)
    {
        foreach (var record in records.ReadAll())
        {
            write(record);
        }
    }

    private void Write(StreamKind kind, InformationalRecord record)
        => Write(kind, record.Message, ErrorText.LocationOf(record.InvocationInfo), null);

    private void Write(InformationRecord record)
    {
        // Write-Host reaches the host as well, which keeps -NoNewline together.
        if (!record.Tags.Contains(HostTag))
        {
            Write(StreamKind.Information, record.MessageData?.ToString() ?? "", null, null);
        }
    }

    private void Write(ProgressRecord record)
    {
        var text = string.IsNullOrWhiteSpace(record.StatusDescription) || record.StatusDescription == record.Activity
            ? record.Activity
            : $"{record.Activity}: {record.StatusDescription}";
        Write(StreamKind.Progress, text, null, null, record.PercentComplete is >= 0 and <= 100 ? record.PercentComplete : null);
    }
}
