using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Listening.Worker.Commands;

namespace Listening.Worker.Imports;

/// <summary>What is imported: a file, or standard input.</summary>
/// <param name="Name">As people know it.</param>
/// <param name="Path">Full path; null for standard input.</param>
/// <param name="Stream">Its bytes.</param>
internal sealed record ImportInput(string Name, string? Path, Stream Stream) : IAsyncDisposable
{
    /// <summary>The word that stands for standard input.</summary>
    public const string StandardInput = "-";

    private const int DigestedAtEachEnd = 64 * 1024;

    /// <summary>Throws <see cref="CommandFailedException"/> where there is nothing to open.</summary>
    public static ImportInput Open(string file)
    {
        if (file == StandardInput)
        {
            return new ImportInput("standard input", null, Console.OpenStandardInput());
        }

        var path = System.IO.Path.GetFullPath(file);
        if (Directory.Exists(path))
        {
            throw new CommandFailedException($"{file} is a folder; name one file of it.");
        }

        try
        {
            return new ImportInput(file, path, new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandFailedException($"{file} is not there; check the name, or write - to read standard input.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"{file} cannot be read; check its rights.", e);
        }
    }

    /// <summary>How much of it was read, from 0 to 1; null where the end is not known.</summary>
    public double? Share => Stream is FileStream { CanSeek: true, Length: > 0 } file ? Math.Min(1, file.Position / (double)file.Length) : null;

    /// <summary>
    /// Tells this file, read in this way, from every other: by its size, its beginning, its end and when it was last written. Null for what is no file.
    /// </summary>
    /// <param name="way">What else decides how its lines are read.</param>
    public string? Digest(string way)
    {
        if (Stream is not FileStream { CanSeek: true } file)
        {
            return null;
        }

        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = new byte[DigestedAtEachEnd];
        foreach (var start in new[] { 0, Math.Max(0, file.Length - bytes.Length) })
        {
            digest.AppendData(bytes.AsSpan(0, RandomAccess.Read(file.SafeFileHandle, bytes, start)));
        }

        digest.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file.Length} {File.GetLastWriteTimeUtc(file.SafeFileHandle):O} {way}")));
        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    public ValueTask DisposeAsync() => Stream.DisposeAsync();
}
