using Listening.Posts;

namespace Listening.Storage.Sqlite;

/// <summary>A post with its place in the file.</summary>
internal sealed record StoredPost(long Id, Post Post, PostRow Row);
