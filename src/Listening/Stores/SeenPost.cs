namespace Listening.Stores;

/// <summary>A stored live post by its id on one host.</summary>
/// <param name="PostKey">Its key.</param>
/// <param name="NativeId">Its id on that host.</param>
/// <param name="Matched">The followed hashtags that it carries.</param>
public sealed record SeenPost(string PostKey, string NativeId, IReadOnlyList<string> Matched);
