using System.Text;
using System.Text.Json;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Reports;

/// <summary>The numbers of a page's charts, for programs that read the page: JSON in a block that no browser runs.</summary>
internal sealed class ChartData : IDisposable
{
    private readonly MemoryStream _buffer = new();
    private readonly Utf8JsonWriter _json;

    public ChartData()
    {
        _json = new Utf8JsonWriter(_buffer);
        _json.WriteStartArray();
    }

    /// <summary>Values with their intervals.</summary>
    public void Intervals(string chart, string title, IEnumerable<(string Label, double Value, double Low, double High)> rows)
    {
        Begin(chart, title);
        _json.WriteStartArray("rows");
        foreach ((string label, double value, double low, double high) in rows)
        {
            _json.WriteStartObject();
            _json.WriteString("label", label);
            _json.WritePropertyName("value");
            _json.WriteIndicator(Rounded(value));
            _json.WritePropertyName("low");
            _json.WriteIndicator(Rounded(low));
            _json.WritePropertyName("high");
            _json.WriteIndicator(Rounded(high));
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    /// <summary>Lines over common places: dates, or minutes.</summary>
    public void Lines(string chart, string title, IEnumerable<string> places, IEnumerable<Line> lines)
    {
        Begin(chart, title);
        _json.WriteStartArray("x");
        foreach (string place in places) _json.WriteStringValue(place);
        _json.WriteEndArray();
        _json.WriteStartArray("lines");
        foreach (Line line in lines)
        {
            _json.WriteStartObject();
            _json.WriteString("label", line.Label);
            _json.WriteStartArray("y");
            foreach (double value in line.Values)
            {
                if (double.IsFinite(value)) _json.WriteNumberValue(Rounded(value));
                else _json.WriteNullValue();
            }
            _json.WriteEndArray();
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    /// <summary>The block; nothing may be added after it.</summary>
    public string Block()
    {
        _json.WriteEndArray();
        _json.Flush();
        string json = SafeText.Json(Encoding.UTF8.GetString(_buffer.ToArray()));
        return $"<script type=\"application/json\" id=\"data\">{json}</script>";
    }

    public void Dispose()
    {
        _json.Dispose();
        _buffer.Dispose();
    }

    private void Begin(string chart, string title)
    {
        _json.WriteStartObject();
        _json.WriteString("chart", chart);
        _json.WriteString("title", title);
    }

    /// <summary>Six digits that matter, more than any figure shows.</summary>
    private static double Rounded(double value) =>
        double.IsFinite(value) && value != 0
            ? double.Parse(value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture),
                System.Globalization.CultureInfo.InvariantCulture)
            : value;
}
