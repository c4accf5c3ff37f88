using System.Globalization;
using Spectre.Console;

namespace Listening.Worker.Commands;

/// <summary>How answers look as a table. Cells hold foreign text, so nothing in them is markup.</summary>
internal static class Tables
{
    public static Table Create(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))));
        }

        return table;
    }

    /// <summary>Numbers stand below each other.</summary>
    public static Table RightAligned(this Table table, params int[] columns)
    {
        foreach (var column in columns)
        {
            table.Columns[column].Alignment(Justify.Right).NoWrap();
        }

        return table;
    }

    /// <summary>Columns whose cells are never broken.</summary>
    public static Table OneLine(this Table table, params int[] columns)
    {
        foreach (var column in columns)
        {
            table.Columns[column].NoWrap();
        }

        return table;
    }

    public static Text Cell(string? text) => new(SafeText.Line(text));

    public static Text Cell(long? number) => new(number?.ToString("N0", CultureInfo.InvariantCulture) ?? "");

    /// <summary>To the minute, on the clock of a zone.</summary>
    public static string Time(DateTimeOffset? time, TimeZoneInfo zone) =>
        time is null ? "" : TimeZoneInfo.ConvertTime(time.Value, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
