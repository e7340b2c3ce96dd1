using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Planner.Experiments;

/// <summary>
/// Everything in a scenario that can change a result, as bytes: property by property, so that a property that is
/// added to the model enters by itself, and a kind of value that this cannot write stops the program rather than be
/// left out. Names of scenario and policies, and the decision, are left out: they change nothing that happens.
/// </summary>
public sealed class CanonicalInputs
{
    private static readonly ConditionalWeakTable<TownPlan, byte[]> Towns = [];
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = [];
    private static readonly ConcurrentDictionary<Type, bool> Plain = [];

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[16];

    private CanonicalInputs()
    {
    }

    /// <summary>SHA-256 of a scenario with the given policies; 32 bytes.</summary>
    public static byte[] Hash(Scenario scenario)
    {
        byte[] town = Towns.GetValue(scenario.Town, t => HashOf(writer => writer.Object(t)));
        return HashOf(writer =>
        {
            writer._hash.AppendData(town);
            foreach (PropertyInfo property in PropertiesOf(typeof(Scenario)))
            {
                if (property.Name is nameof(Scenario.Name) or nameof(Scenario.Town) or nameof(Scenario.Decision)
                    or nameof(Scenario.Calendar)) continue;
                writer.Text(property.Name);
                writer.Value(property.GetValue(scenario));
            }
            // Only the days that are simulated: a table that knows further years changes nothing.
            int days = scenario.BurnInDays + scenario.HorizonDays;
            for (int day = 0; day < days; day++)
            {
                writer.Value(scenario.Calendar.DateOf(new(day)));
                Holiday? holiday = scenario.Calendar.HolidayOf(new(day));
                writer.Value(holiday is null ? -1 : (holiday.Festival ? 1 : 0) + (holiday.Working ? 2 : 0));
            }
        });
    }

    private static byte[] HashOf(Action<CanonicalInputs> write)
    {
        var writer = new CanonicalInputs();
        write(writer);
        return writer._hash.GetHashAndReset();
    }

    private static PropertyInfo[] PropertiesOf(Type type) => Properties.GetOrAdd(type, t =>
        [.. t.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && p.GetIndexParameters().Length == 0).OrderBy(p => p.Name, StringComparer.Ordinal)]);

    /// <summary>As many fields as properties that are set: nothing is hidden from the hash.</summary>
    private static bool IsPlain(Type type) => type.Assembly == typeof(Scenario).Assembly
        && type.GetMethods().Any(m => m.Name == "op_Equality")
        && type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Length
            == PropertiesOf(type).Length;

    private void Value(object? value)
    {
        switch (value)
        {
            case null:
                Bytes(0, 0);
                break;
            case bool b:
                Bytes(1, b ? 1 : 0);
                break;
            case Enum e:
                Text(e.ToString());
                break;
            case double d:
                Bytes(2, BitConverter.DoubleToInt64Bits(d));
                break;
            case float f:
                Bytes(2, BitConverter.DoubleToInt64Bits(f));
                break;
            case byte or short or ushort or int or uint or long:
                Bytes(3, Convert.ToInt64(value));
                break;
            case ulong u:
                Bytes(4, unchecked((long)u));
                break;
            case string text:
                Text(text);
                break;
            case DateOnly date:
                Bytes(5, date.DayNumber);
                break;
            case Prices prices:
                Bytes(6, Prices.Items.Count);
                foreach (PriceItem item in Prices.Items) Value(prices[item.Id]);
                break;
            case ITuple tuple:
                Bytes(7, tuple.Length);
                for (int i = 0; i < tuple.Length; i++) Value(tuple[i]);
                break;
            case IDictionary map:
                Bytes(8, map.Count);
                foreach (object key in map.Keys.Cast<object>().OrderBy(k => k.ToString(), StringComparer.Ordinal))
                {
                    Value(key);
                    Value(map[key]);
                }
                break;
            case IList list:
                Bytes(9, list.Count);
                foreach (object? item in list) Value(item);
                break;
            default:
                Object(value);
                break;
        }
    }

    /// <summary>A record or record struct of the model.</summary>
    private void Object(object value)
    {
        Type type = value.GetType();
        PropertyInfo[] properties = PropertiesOf(type);
        if (!Plain.GetOrAdd(type, IsPlain))
            throw new NotSupportedException($"{type} has no canonical bytes");
        Text(type.Name);
        foreach (PropertyInfo property in properties)
        {
            if (value is PolicyPlan && property.Name == nameof(PolicyPlan.Name)) continue;
            Text(property.Name);
            Value(property.GetValue(value));
        }
    }

    private void Text(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Bytes(10, bytes.Length);
        _hash.AppendData(bytes);
    }

    private void Bytes(byte kind, long value)
    {
        _buffer[0] = kind;
        BitConverter.TryWriteBytes(_buffer.AsSpan(1), value);
        _hash.AppendData(_buffer, 0, 9);
    }
}
