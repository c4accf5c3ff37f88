using Listening.Tracking;
using Listening.Worker.Answers;

namespace Listening.Worker.Dashboard;

/// <summary>How far back a host was read, in words and as a share from 0 to 1 (null while nothing is known).</summary>
public sealed record BackfillView(string Words, double? Share)
{
    internal static BackfillView Of(StatusBackfill back, PageClock clock)
    {
        if (back.Done)
        {
            return new BackfillView($"Read back to {clock.Date(back.Until)}, as far as was asked.", null);
        }

        if (back.Reached is not { } reached)
        {
            return new BackfillView($"About to read back to {clock.Date(back.Until)}.", 0);
        }

        return new BackfillView($"Read back to {clock.Date(reached)} of {clock.Date(back.Until)}.", BackFill.Share(reached, back.Until, clock.Now));
    }
}
