using System.Text;
using Jinlin.Planner.Input;
using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Towns;

/// <summary>A file of a town's source, read whole within the limit, and its text from any usual encoding.</summary>
internal static class SourceFile
{
    static SourceFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="InputException">The file is missing, unreadable or larger than the limit.</exception>
    public static byte[] Bytes(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            // Asking for one byte more than allowed catches what lies about its length, such as a device.
            byte[] buffer = new byte[Math.Min(stream.Length, ImportLimits.Bytes) + 1];
            int read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (read > ImportLimits.Bytes || (read == buffer.Length && stream.ReadByte() >= 0))
                throw Error(path, 0,
                    Say($"{stream.Length} bytes",
                        $"{stream.Length} 字节"),
                            Say($"at most {ImportLimits.Bytes} bytes",
                                $"至多 {ImportLimits.Bytes} 字节"));
            return buffer[..read];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Error(path, 0, Say("no such file", "没有这个文件"), Say("a file to read", "可读取的文件"));
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw Error(path, 0, e.Message, Say("a file that can be read", "可读取的文件"));
        }
    }

    /// <summary>UTF-8 or UTF-16 by the mark at its start, else UTF-8 if it is valid, else GB18030 if that is.</summary>
    public static string Text(string path)
    {
        byte[] bytes = Bytes(path);
        string text = Decode(path, bytes);
        int zero = text.IndexOf('\0');
        if (zero >= 0) throw Error(path, LineAt(text, zero),
            Say("a zero byte",
                "零字节"), Say("text in UTF-8, UTF-16 or GB18030", "UTF-8、UTF-16 或 GB18030 文本"));
        return text;
    }

    public static InputException Error(string path, int line, string value, string expectation) =>
        new(new InputError(path, line, value, expectation));

    public static int LineAt(ReadOnlySpan<char> text, int position) => text[..position].Count('\n') + 1;

    private static string Decode(string path, byte[] bytes)
    {
        try
        {
            if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
                return new UTF8Encoding(false, true).GetString(bytes, 3, bytes.Length - 3);
            if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
                return new UnicodeEncoding(false, false, true).GetString(bytes, 2, bytes.Length - 2);
            if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
                return new UnicodeEncoding(true, false, true).GetString(bytes, 2, bytes.Length - 2);
            if (System.Text.Unicode.Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
            return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                .GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            int line = bytes.AsSpan(0, Math.Clamp(e.Index, 0, bytes.Length)).Count((byte)'\n') + 1;
            throw Error(path, line, Say("bytes that are no character", "不成字符的字节"),
                Say("text in UTF-8, UTF-16 or GB18030",
                    "UTF-8、UTF-16 或 GB18030 文本"));
        }
    }
}
