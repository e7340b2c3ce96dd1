namespace Jinlin.Planner.Towns;

/// <summary>How much an importer reads before it refuses. A town that needs more is a mistake or an attack.</summary>
public static class ImportLimits
{
    /// <summary>Bytes of any one file, and of any one part unpacked from a workbook.</summary>
    public const int Bytes = 32 << 20;

    /// <summary>Unpacked bytes of a whole workbook.</summary>
    public const int WorkbookBytes = 64 << 20;

    public const int Estates = 5_000;

    public const int Residents = 200_000;

    public const int Ties = 2_000_000;

    public const int Columns = 200;

    /// <summary>Characters of one cell.</summary>
    public const int CellCharacters = 1_000;

    public const int Features = 20_000;

    /// <summary>Vertices of all footprints together.</summary>
    public const int Vertices = 1_000_000;

    /// <summary>Nesting of a GeoJSON file; a multipolygon in a feature collection needs 9.</summary>
    public const int Depth = 16;

    /// <summary>Outgoing ties of one resident; the model keeps at most so many.</summary>
    public const int TiesPerResident = 64;
}
