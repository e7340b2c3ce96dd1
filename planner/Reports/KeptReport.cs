using System.Text.Json;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Input;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Reports;

/// <summary>
/// The report of a folder that a run or a comparison left, written again from what the folder holds: the same bytes in
/// the same language.
/// </summary>
public sealed class KeptReport
{
    private readonly string _folder, _html;
    private readonly Action<string, string> _replace;

    private KeptReport(string folder, string html, Action<string, string> replace) =>
        (_folder, _html, _replace) = (folder, html, replace);

    /// <exception cref="InputException">
    /// It is no such folder, a file of it was changed since, or another version of the engine made it.
    /// </exception>
    public static KeptReport Of(string folder, bool chinese)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, RunFolder.Manifest)));
            JsonElement manifest = json.RootElement;
            switch (manifest.GetProperty("format").GetString())
            {
                case RunJson.Format:
                    Check(folder, RunFolder.FirstChanged(folder, manifest), RunFolder.Summaries);
                    return new(folder, RunReport.Write(
                        SummariesFile.Read(File.ReadAllBytes(Path.Combine(folder, RunFolder.Summaries))), chinese),
                        RunFolder.Replace);
                case ComparisonJson.Format:
                    Check(folder, ComparisonFolder.FirstChanged(folder, least: RunFolder.Report), ComparisonFolder.Replications);
                    using (FileStream file = File.OpenRead(Path.Combine(folder, ComparisonFolder.Replications)))
                    {
                        return new(
                            folder, ComparisonReport.Write(ComparisonFile.Read(file), chinese), ComparisonFolder.Replace);
                    }
                default:
                    throw Refused(folder, Words.Nothing, Words.AReportFolder);
            }
        }
        catch (InvalidDataException e)
        {
            throw Refused(folder, SafeText.Quoted(e.Message), Words.SameEngine);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException
            or KeyNotFoundException or InvalidOperationException)
        {
            throw Refused(folder, Directory.Exists(folder) ? SafeText.Shortened(e.Message) : Words.Nothing, Words.AReportFolder);
        }
    }

    /// <summary>Puts it in the place of the folder's report and returns its path.</summary>
    /// <exception cref="InputException">The disk refuses.</exception>
    public string Write()
    {
        string path = Path.GetFullPath(Path.Combine(_folder, RunFolder.Report));
        try
        {
            _replace(_folder, _html);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refused(_folder, SafeText.Quoted(e.Message), Words.WritableFile);
        }
        return path;
    }

    private static void Check(string folder, string? changed, string kept)
    {
        if (changed is not null) throw Refused(folder, Words.ChangedFile(changed), Words.FilesAsWritten);
        if (!File.Exists(Path.Combine(folder, kept))) throw Refused(folder, Words.Nothing, Words.KeptResults(kept));
    }

    private static InputException Refused(string folder, string found, string expected) =>
        new(new InputError(folder, 0, found, expected));
}
