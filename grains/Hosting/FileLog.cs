using Microsoft.Extensions.Logging;

namespace Jinlin.Grains.Hosting;

/// <summary>
/// Warnings of a silo that lives in a command's process, in a file beside its data: a command's output belongs to its
/// user. The file comes into being with the first line and ends at a size.
/// </summary>
internal sealed class FileLog(string path) : ILoggerProvider
{
    private const long MostBytes = 4 << 20;

    private readonly Lock _gate = new();
    private long _written;

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
    }

    private void Write(string line)
    {
        lock (_gate)
        {
            if (_written > MostBytes) return;
            _written += line.Length;
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.AppendAllText(path, line);
            }
            catch (IOException)
            {
                // A full disk must not end a run over a line of log.
            }
        }
    }

    private sealed class Category(FileLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                log.Write($"{DateTimeOffset.UtcNow:O} {logLevel} {name} {formatter(state, exception)} {exception}\n");
        }
    }
}
