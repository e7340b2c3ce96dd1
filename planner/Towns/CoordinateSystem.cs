namespace Jinlin.Planner.Towns;

/// <summary>What a file's degrees mean. Always declared: the systems differ by up to a kilometre, unseen.</summary>
public enum CoordinateSystem
{
    /// <summary>GPS and OpenStreetMap.</summary>
    Wgs84,

    /// <summary>China's geodetic system; within a decimetre of WGS84, here the same.</summary>
    Cgcs2000,

    /// <summary>The shifted degrees of maps published in China (火星坐标).</summary>
    Gcj02,

    /// <summary>Baidu's further shift of GCJ-02.</summary>
    Bd09,
}
