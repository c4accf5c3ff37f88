namespace Listening.Stores;

/// <summary>What is stored: live posts, bytes on disk, and where (a path or addresses, never a secret).</summary>
public sealed record StoreInfo(string Kind, long Posts, long Bytes, string Location);
