namespace Listening.Worker.Dashboard;

/// <summary>The followed hashtags with what they gathered in 30 days.</summary>
public sealed record HomeView(IReadOnlyList<HomeHashtag> Hashtags, bool IsDemo);
