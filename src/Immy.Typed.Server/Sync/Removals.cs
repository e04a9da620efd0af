using System.Globalization;

namespace Immy.Typed.Server.Sync;

/// <summary>
/// Decides what becomes of things that a remote system does not list any more: a partial answer removes nothing, and an
/// empty answer or one that lacks more than a share removes nothing without a person's word.
/// </summary>
/// <param name="Removed">How many are removed: all that are missing, or none.</param>
/// <param name="Waiting">How many wait for a person.</param>
/// <param name="Message">Why they are not removed; null when they are.</param>
internal sealed record Removals(int Removed, int Waiting, string? Message)
{
    /// <summary>What becomes of each that is missing, as a run tells it.</summary>
    public string WhatOfMissing => Removed > 0 ? "Removed" : Waiting > 0 ? "Waits for confirmation of its removal" : "Not listed, and kept since the answer was partial";

    /// <summary>Decides.</summary>
    /// <param name="things">What they are, such as <c>agents</c>.</param>
    /// <param name="present">How many there were.</param>
    /// <param name="missing">How many of them were not listed.</param>
    /// <param name="isEmpty">True when nothing at all was listed.</param>
    /// <param name="isComplete">False when the answer was partial.</param>
    /// <param name="isConfirmed">True when a person agreed.</param>
    /// <param name="share">The share that may be missing without a person's word, from 0 to 1.</param>
    public static Removals Decide(string things, int present, int missing, bool isEmpty, bool isComplete, bool isConfirmed, double share)
    {
        if (!isComplete)
        {
            return new(0, 0, missing == 0 ? null : $"{missing} {things} were not listed, but the answer was partial: none is removed.");
        }

        return missing > 0 && !isConfirmed && (isEmpty || missing > present * share)
            ? new(0, missing, string.Create(CultureInfo.InvariantCulture, $"{missing} of {present} {things} are not listed any more, which is more than {share:P0} or all. Nothing is removed until somebody confirms it: sync again with confirmRemovals=true."))
            : new(missing, 0, null);
    }
}
