/**
 * The look of pages: light or dark as the reader's system has it, from 400 pixels on, and on paper. Colours of series
 * are those of Okabe and Ito (Color Universal Design, 2008), which the colour-blind can tell apart. It needs no style
 * attributes, so that it serves under a strict content policy.
 */
export const THEME_CSS = `
:root {
  color-scheme: light dark;
  --paper: #f6f7f9; --card: #ffffff; --ink: #1b1f24; --dim: #59636e; --line: #d8dee4; --soft: #eceff2;
  --blue: #0072b2; --orange: #d55e00; --green: #00795a; --purple: #a8497f; --sky: #56b4e9; --yellow: #b58900;
  --link: #0b5cad; --good: #00795a; --bad: #b3400a; --bad-paper: #fdf0e8;
  --heat-low: #ffffff; --heat-high: #0072b2;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #101418; --card: #181d23; --ink: #e4e8ec; --dim: #9aa5b1; --line: #303841; --soft: #232a31;
    --blue: #56b4e9; --orange: #e69f00; --green: #2fbf95; --purple: #dd94bd; --sky: #2f81b7; --yellow: #f0e442;
    --link: #7cc0f0; --good: #2fbf95; --bad: #f0953f; --bad-paper: #2e2116;
    --heat-low: #181d23; --heat-high: #56b4e9;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif;
}
.page { max-width: 1440px; margin: 0 auto; padding: 16px clamp(12px, 3vw, 40px) 64px; }
h1, h2, h3 { line-height: 1.25; margin: 0; overflow-wrap: anywhere; unicode-bidi: isolate; }
h1 { font-size: clamp(24px, 4vw, 34px); letter-spacing: -0.01em; }
h2 { font-size: 22px; margin: 48px 0 4px; scroll-margin-top: 12px; }
h3 { font-size: 16px; }
p { margin: 6px 0 12px; max-width: 78ch; overflow-wrap: anywhere; }
a { color: var(--link); }
.lead, .dim { color: var(--dim); }
code, .mono { font: 0.9em/1.45 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
nav.contents ul { display: flex; flex-wrap: wrap; gap: 4px 18px; list-style: none; margin: 12px 0 0; padding: 0; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(165px, 45%), 1fr)); gap: 10px; margin: 20px 0 14px; padding: 0; }
.tile { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 10px 14px; min-width: 0; }
.tile dt { color: var(--dim); font-size: 13px; margin: 0; }
.tile dd { margin: 0; font-size: 17px; font-weight: 600; overflow-wrap: anywhere; unicode-bidi: isolate; }
.tile dd small { display: block; font-size: 13px; font-weight: 400; color: var(--dim); }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(340px, 100%), 1fr)); gap: 14px; margin: 14px 0; }
.flow { columns: 340px; column-gap: 14px; margin: 14px 0 0; }
.flow > .card { break-inside: avoid; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 14px 16px; min-width: 0; margin: 0 0 14px; }
.cards > .card { margin: 0; }
.card > p:last-child { margin-bottom: 0; }
.facts { color: var(--dim); font-size: 13px; margin: 2px 0 8px; }
.notice { background: var(--bad-paper); border-left: 4px solid var(--bad); padding: 8px 12px; border-radius: 4px; }
.good { color: var(--good); } .bad { color: var(--bad); font-weight: 600; }
.scroll { overflow-x: auto; max-width: 100%; }
table { border-collapse: collapse; font-size: 14px; }
th, td { text-align: left; vertical-align: top; padding: 4px 14px 4px 0; border-bottom: 1px solid var(--line); unicode-bidi: isolate; }
th { font-weight: 600; color: var(--dim); white-space: nowrap; }
td { overflow-wrap: anywhere; min-width: 3ch; max-width: 60ch; }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td strong { white-space: nowrap; }
time { white-space: nowrap; }
.rows td { min-width: 18ch; }
.rows td:has(strong) { min-width: 0; }
tbody tr:last-child td { border-bottom: 0; }
details { margin-top: 8px; font-size: 14px; }
summary { cursor: pointer; color: var(--dim); width: fit-content; }
details[open] > summary { margin-bottom: 6px; }
button, input, select { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 4px 10px; }
button { cursor: pointer; }
:focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; }
figure { margin: 0 0 10px; }
figure:last-child { margin-bottom: 0; }
figcaption { font-size: 13px; color: var(--dim); margin: 0 0 4px; }
.legend { display: flex; flex-wrap: wrap; gap: 2px 14px; font-size: 13px; color: var(--dim); list-style: none; margin: 4px 0 0; padding: 0; }
.legend svg { width: 12px; height: 12px; vertical-align: -1px; margin-right: 5px; }
svg.chart { display: block; width: 100%; height: auto; max-width: 480px; }
svg.wide { max-width: 900px; min-width: 620px; }
svg text { fill: var(--dim); font: 11px system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
svg text.label { fill: var(--ink); }
svg .axis { stroke: var(--dim); stroke-width: 1; fill: none; }
svg .grid { stroke: var(--soft); stroke-width: 1; fill: none; }
svg .line { fill: none; stroke-width: 2; stroke-linejoin: round; }
svg .thin { fill: none; stroke-width: 1.25; }
svg .c0 { fill: var(--blue); } svg .c1 { fill: var(--orange); } svg .c2 { fill: var(--green); }
svg .c3 { fill: var(--purple); } svg .c4 { fill: var(--sky); } svg .c5 { fill: var(--yellow); }
svg .s0 { stroke: var(--blue); } svg .s1 { stroke: var(--orange); } svg .s2 { stroke: var(--green); }
svg .s3 { stroke: var(--purple); } svg .s4 { stroke: var(--sky); } svg .s5 { stroke: var(--yellow); }
svg .line, svg .thin { fill: none; }
svg .track { fill: var(--soft); }
svg .heat-low { fill: var(--heat-low); stroke: var(--line); stroke-width: 0.5; } svg .heat { fill: var(--heat-high); }
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --dim: #444; --line: #bbb; --soft: #e8e8e8;
    --blue: #0072b2; --orange: #d55e00; --green: #00795a; --purple: #a8497f; --heat-low: #fff; --heat-high: #0072b2; }
  body { font-size: 11pt; }
  .page { max-width: none; padding: 0; }
  nav.contents, details:not([open]) { display: none; }
  .card, figure, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .scroll { overflow: visible; }
  .cards { grid-template-columns: repeat(2, 1fr); }
}
`.trim();
