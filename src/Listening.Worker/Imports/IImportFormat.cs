using Listening.Posts;

namespace Listening.Worker.Imports;

/// <summary>A kind of file that can be imported, and the reader of one such file.</summary>
internal interface IImportFormat
{
    /// <summary>As it is written after <c>--format</c>.</summary>
    string Name { get; }

    /// <summary>Whether a file that holds this line is of this kind.</summary>
    bool Recognizes(ImportedLine line);

    /// <summary>
    /// The post of a line, its hashtags as the line names them; null for a line that only says how others are to be read. Called for each
    /// line of the file in order. Throws <see cref="RejectedLineException"/>.
    /// </summary>
    /// <param name="line">One line.</param>
    /// <param name="now">When a post was first seen of which the file does not say it.</param>
    Post? Read(ReadOnlyMemory<byte> line, DateTimeOffset now);

    /// <summary>Goes past a line that was imported before; for readers that learn from a line how others are to be read.</summary>
    void Pass(ReadOnlyMemory<byte> line)
    {
    }
}
