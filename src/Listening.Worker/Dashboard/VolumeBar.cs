namespace Listening.Worker.Dashboard;

/// <summary>One bar of the chart: where it stands and what it says; how much of it was observed is null where nothing is known. Coordinates are those of the chart's own grid.</summary>
public sealed record VolumeBar(DateTimeOffset At, string Label, long Posts, long People, double X, double Width, double PostsHeight, double PeopleHeight, bool IsUnread, double? Coverage);
