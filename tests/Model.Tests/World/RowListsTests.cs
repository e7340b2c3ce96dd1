using CsCheck;
using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.World;

public class RowListsTests
{
    [Fact]
    public void Rows_behave_like_lists_of_their_own() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 9]).Array[0, 400].Sample(steps =>
        {
            var rows = new RowLists<int>(4);
            var lists = Enumerable.Range(0, 4).Select(_ => new List<int>()).ToArray();
            foreach ((int row, int what) in steps)
            {
                if (what < 7)
                {
                    rows[row].Add(what);
                    lists[row].Add(what);
                }
                else if (lists[row].Count > 0 && what < 9)
                {
                    rows[row].RemoveAt(lists[row].Count / 2);
                    lists[row].RemoveAt(lists[row].Count / 2);
                }
                else
                {
                    rows[row].Clear();
                    lists[row].Clear();
                }
            }
            StateWriter writer = StateWriter.ToBytes();
            rows.Save(writer);
            var copy = new RowLists<int>(4);
            copy.Load(new StateReader(writer.Bytes));
            for (int row = 0; row < 4; row++)
            {
                if (!rows[row].Items.SequenceEqual(lists[row].ToArray())) return false;
                if (!copy[row].Items.SequenceEqual(lists[row].ToArray())) return false;
            }
            return true;
        });
}
