namespace Jinlin.Grains.Tests.Storage;

/// <summary>A folder of its own, with a space and Chinese in its path; gone at the end.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("近邻 data-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
