using System.Security.Cryptography;
using System.Text;

namespace Jinlin.Planner.Reports;

/// <summary>The one style sheet of a report, and its hash: nothing else may style, load or run in the page.</summary>
public static class ReportStyle
{
    public const string Sheet = """
        :root{color-scheme:light dark;--ink:#1c1c1c;--soft:#5b5b5b;--paper:#fff;--rule:#ddd;--tint:#f4f4f1;
        --c0:#1c1c1c;--c1:#d55e00;--c2:#0072b2;--c3:#009e73;--c4:#b0578d;
        --m0:#edf8e9;--m1:#bae4b3;--m2:#74c476;--m3:#31a354;--m4:#006d2c;
        --d0:#e66101;--d1:#fdb863;--d2:#f2f2f2;--d3:#92b8dc;--d4:#1f5fa8}
        @media (prefers-color-scheme:dark){:root{--ink:#eaeaea;--soft:#a8a8a8;--paper:#16181b;--rule:#3a3d42;
        --tint:#1f2226;--c0:#f0f0f0;--c1:#ff9d57;--c2:#5db7f0;--c3:#3ed1a4;--c4:#e394c4;
        --m0:#203a26;--m1:#2f5c39;--m2:#41854f;--m3:#63b674;--m4:#a5e0b0;
        --d0:#f58a3c;--d1:#a8631f;--d2:#3a3d42;--d3:#3d6ea3;--d4:#7fb8f5}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:60rem;padding:1.5rem;background:var(--paper);color:var(--ink);
        font:1rem/1.5 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
        h1{font-size:1.8rem;line-height:1.2;margin:0 0 .25rem}
        h2{font-size:1.25rem;margin:2.2rem 0 .6rem;border-bottom:1px solid var(--rule);padding-bottom:.2rem}
        h3{font-size:1rem;margin:1.4rem 0 .3rem}
        p,ul{margin:.4rem 0}.soft,figcaption{color:var(--soft);font-size:.9rem}
        .note{background:var(--tint);border-left:4px solid var(--c1);padding:.6rem .9rem;margin:1rem 0}
        .scroll{overflow-x:auto}figure svg{min-width:34rem}
        h1,h2,h3,p{overflow-wrap:anywhere}
        table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}
        th,td{padding:.25rem .5rem;border-bottom:1px solid var(--rule);text-align:right;vertical-align:top}
        th:first-child,td:first-child,.text td,.text th{text-align:left}
        thead th{color:var(--soft);font-weight:600}
        tbody th{font-weight:400}
        figure{margin:1rem 0;break-inside:avoid}svg{width:100%;height:auto;display:block}
        svg text{fill:var(--soft);font-size:12px}
        .start{text-anchor:start}.middle{text-anchor:middle}.end{text-anchor:end}
        .grid{stroke:var(--rule);stroke-width:1;fill:none}.axis{stroke:var(--ink);stroke-width:1;fill:none}
        .line{fill:none;stroke-width:2;stroke-linejoin:round}
        .line.s0{stroke:var(--c0);stroke-width:2.5}.line.s1{stroke:var(--c1);stroke-dasharray:7 3}
        .line.s2{stroke:var(--c2);stroke-dasharray:2 3}.line.s3{stroke:var(--c3);stroke-dasharray:9 3 2 3}
        .line.s4{stroke:var(--c4);stroke-dasharray:4 2}
        .bar.s0{fill:var(--c0)}.bar.s1{fill:var(--c1)}.bar.s2{fill:var(--c2)}
        .bar.s3{fill:var(--c3)}.bar.s4{fill:var(--c4)}
        .key{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none;padding:0;font-size:.9rem}
        .key svg{display:inline-block;width:2rem;height:.7rem;margin-right:.4rem}
        .m0{fill:var(--m0)}.m1{fill:var(--m1)}.m2{fill:var(--m2)}.m3{fill:var(--m3)}.m4{fill:var(--m4)}
        .mx,.dx{fill:none}
        .d0{fill:var(--d0)}.d1{fill:var(--d1)}.d2{fill:var(--d2)}.d3{fill:var(--d3)}.d4{fill:var(--d4)}
        a{color:var(--c2)}:focus-visible{outline:2px solid var(--c2);outline-offset:2px}
        circle{stroke:var(--soft);stroke-width:.5}
        code{font:.85rem/1.4 ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
        @page{size:A4;margin:15mm}
        @media print{:root{color-scheme:light;--ink:#000;--soft:#444;--paper:#fff;--rule:#ccc;--tint:#f4f4f1;--c0:#000;
        --c1:#d55e00;--c2:#0072b2;--c3:#009e73;--c4:#b0578d;
        --m0:#edf8e9;--m1:#bae4b3;--m2:#74c476;--m3:#31a354;--m4:#006d2c;
        --d0:#e66101;--d1:#fdb863;--d2:#f2f2f2;--d3:#92b8dc;--d4:#1f5fa8}
        body{max-width:none;padding:0;font-size:10pt}h2,h3{break-after:avoid}tr{break-inside:avoid}
        .scroll{overflow:visible}figure svg{min-width:0}.summary{break-after:page}table{font-size:8pt}th,td{padding:.15rem .3rem}
        thead{display:table-header-group}}
        """;

    /// <summary>The content security policy: no request, no script, this style sheet and no other.</summary>
    public static string Policy { get; } = $"default-src 'none'; style-src 'sha256-{Hash()}'";

    private static string Hash() => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet)));
}
