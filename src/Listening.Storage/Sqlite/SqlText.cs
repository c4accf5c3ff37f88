namespace Listening.Storage.Sqlite;

/// <summary>A piece of a statement that is put in as it stands; never made of anything that comes from outside.</summary>
internal sealed record SqlText(string Text);
