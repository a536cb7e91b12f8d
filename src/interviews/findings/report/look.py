"""The one look of a report: colours and the web page's style."""

ACCENT = "#1b5e78"
"""The colour of headings, rules and large numbers."""
INK = "#1f2a30"
QUIET = "#52616a"
"""For captions and sources: still 6 to 1 against white."""
PAPER = "#f3f7f8"
"""Behind notes."""
LINE = "#d5dee2"

STYLE_SHEET = f""":root{{--accent:{ACCENT}}}
*{{box-sizing:border-box}}
body{{margin:0;background:#fff;color:{INK};font:1.0625rem/1.6 Charter,"Liberation Serif",serif}}
main{{max-width:47rem;margin:0 auto;padding:2.5rem 1.25rem 5rem}}
h1,h2,h3,h4,table,nav,aside,.kind,.mark,.small,figcaption,footer,dl{{font-family:"Source Sans 3",system-ui,"Segoe UI",
Helvetica,Arial,"Liberation Sans",sans-serif}}
h1,h2,h3,h4{{line-height:1.2;color:{INK};text-wrap:balance}}
header{{padding:18vh 0 6rem;border-bottom:4px solid {ACCENT};margin-bottom:3rem}}
header h1{{font-size:2.9rem;margin:.3em 0 .6em}}
.kind{{color:{ACCENT};font-weight:600;letter-spacing:.04em;margin:0;font-size:1.15rem}}
header p{{margin:.2em 0}}
.mark{{color:{QUIET};margin-top:1.2rem}}
h2{{font-size:2.1rem;color:{ACCENT};margin:5rem 0 1.2rem;padding-top:1.5rem;border-top:2px solid {ACCENT}}}
h3{{font-size:1.55rem;margin:3.5rem 0 .8rem}}
h3.theme{{border-inline-start:.4rem solid var(--accent);padding-inline-start:.8rem}}
h4{{font-size:1.1rem;margin:2rem 0 .6rem}}
p{{margin:.8em 0}}
.lead{{font-size:1.15rem;line-height:1.55}}
.small{{font-size:.875rem;line-height:1.5;color:{QUIET}}}
a{{color:{ACCENT}}}
aside{{background:{PAPER};border-inline-start:.3rem solid {ACCENT};padding:1rem 1.4rem;margin:2rem 0;font-size:.95rem}}
aside p{{margin:.5em 0}}
aside .title,#contents{{font-weight:700;color:{ACCENT};font-size:1.1rem}}
nav{{margin:3rem 0}}
nav ul{{list-style:none;padding:0;margin:.5rem 0}}
nav .level-1{{font-weight:600;margin-top:.8rem}}
nav .level-2{{padding-inline-start:1.4rem}}
nav a{{text-decoration:none}}
nav a:hover,nav a:focus{{text-decoration:underline}}
blockquote{{margin:1.4rem 0;padding:.1rem 0 .1rem 1.1rem;border-inline-start:3px solid var(--accent)}}
blockquote p{{margin:0;white-space:pre-line}}
blockquote footer{{font-size:.85rem;color:{QUIET};margin-top:.35rem}}
.prominent{{border:0;padding:1.6rem 0;margin:2rem 0;border-top:3px solid var(--accent);border-bottom:1px solid {LINE}}}
.prominent p{{font-size:1.5rem;line-height:1.4;color:{ACCENT}}}
code{{font:.95em ui-monospace,"Liberation Mono",monospace;white-space:nowrap}}
.figures{{display:flex;flex-wrap:wrap;gap:1rem 2.6rem;margin:1.2rem 0 1.6rem}}
.figures div{{display:flex;flex-direction:column-reverse}}
.figures dd{{margin:0;font-size:2rem;font-weight:600;color:{ACCENT};line-height:1.1}}
.figures dt{{color:{QUIET};font-size:.9rem}}
.tree .title{{font-weight:700;color:{ACCENT};font-size:1.1rem}}
.tree li{{margin:.25rem 0}}
.swatch{{display:inline-block;width:.75em;height:.75em;margin-inline-end:.6em;border-radius:2px}}
.entry{{display:grid;grid-template-columns:10rem 1fr;gap:.35rem 1.2rem;font-size:.95rem;margin:1rem 0 2rem}}
.entry dt{{color:{QUIET};font-weight:600}}
.entry dd{{margin:0;white-space:pre-line}}
.table{{overflow-x:auto;margin:1.8rem 0}}
table{{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.4;font-variant-numeric:tabular-nums}}
caption{{text-align:start;font-weight:600;padding-bottom:.5rem}}
th,td{{padding:.4rem .6rem;text-align:start;vertical-align:top;border-bottom:1px solid {LINE};font-weight:400}}
thead th{{font-weight:600;border-bottom:2px solid {ACCENT};vertical-align:bottom}}
.number{{text-align:end}}
.shaded td{{border:2px solid #fff;text-align:center}}
.shaded thead .number{{text-align:center}}
.shaded tr:last-child>*{{font-weight:600;border-top:2px solid {ACCENT}}}
figure{{margin:2rem 0}}
img{{max-width:100%;height:auto;display:block;margin:0 auto}}
figcaption{{font-size:.875rem;color:{QUIET};margin-top:.6rem}}
@page{{size:A4;margin:22mm 20mm}}
@media print{{
body{{font-size:10.5pt}}main{{max-width:none;padding:0}}
header{{padding:45mm 0 20mm}}
.page{{break-after:page}}
.page+h2,.page+h3{{margin-top:0}}
h2,h3,h4,caption{{break-after:avoid}}
blockquote,aside,figure,tr,.figures,.entry dd{{break-inside:avoid}}
.table{{overflow:visible;break-inside:avoid;margin:5mm 0}}table{{font-size:8.5pt}}.prominent p{{font-size:15pt}}
a{{color:inherit}}
*{{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
}}
"""
