using Microsoft.Data.Sqlite;

namespace Listening.Storage.Sqlite;

/// <summary>What a person can do about a failure of the file; null for a failure that is our own fault.</summary>
internal static class SqliteErrors
{
    private const int Permission = 3;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int OutOfMemory = 7;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int Protocol = 15;
    private const int TooBig = 18;
    private const int Constraint = 19;
    private const int Mismatch = 20;
    private const int NotADatabase = 26;

    /// <summary>Whether the file refuses what was to be written, today and tomorrow.</summary>
    public static bool IsRefusal(SqliteException failure) => failure.SqliteErrorCode is TooBig or Constraint or Mismatch;

    public static string? Explain(Exception exception, string path) => exception switch
    {
        SqliteException sqlite => Explain(sqlite.SqliteErrorCode, path),
        UnauthorizedAccessException => Unwritable(path),
        IOException io => $"The data folder '{Path.GetDirectoryName(path)}' cannot be created ({io.Message.TrimEnd('.')}): choose another one with --data.",
        _ => null,
    };

    public static string FullDisk(string path) => $"The disk that holds '{path}' is full: free some space, nothing is lost and it goes on by itself.";

    private static string? Explain(int code, string path) => code switch
    {
        Busy or Locked or Protocol => $"The data file '{path}' is held by another program for too long: wait until it is done, or close it.",
        Full => FullDisk(path),
        Corrupt => $"The data file '{path}' is damaged: put back a backup, or move it away and start anew.",
        NotADatabase => $"The file '{path}' is not a data file of Listening: choose another folder with --data, or move the file away.",
        ReadOnly or Permission => Unwritable(path),
        CannotOpen => $"The data file '{path}' cannot be opened: check that its folder exists and that you may write there, or choose another one with --data.",
        InputOutput => $"The disk that holds '{path}' does not read or write as it should: check the disk and its free space.",
        OutOfMemory => $"There is not enough memory to work with '{path}': close other programs.",
        _ => null,
    };

    private static string Unwritable(string path) =>
        $"The data folder '{Path.GetDirectoryName(path)}' cannot be written to: give yourself the right to write there, or choose another one with --data.";
}
