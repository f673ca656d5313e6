/*
The one style sheet of a page: quiet on a screen by day and by night, and on paper. It asks for nothing
from outside, so fonts are those that a machine has.
*/

export const PAGE_STYLE = `
:root {
	color-scheme: light dark;
	--paper: #fdfcf9; --ink: #1f2328; --soft: #5c636b; --rule: #dcd8cf; --wash: #f4f1ea;
	--link: #1d5a84; --sea: #f1f3f2; --coast: #97a3a8;
	--government: #a2452b; --opposition: #1d5f8a; --contested: #8a6a12; --abandoned: #6b7177;
	--sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
	:root {
		--paper: #16191c; --ink: #dcdcd6; --soft: #9aa1a8; --rule: #343a40; --wash: #1e2226;
		--link: #86b9df; --sea: #1b2023; --coast: #66747b;
		--government: #e08a6d; --opposition: #7fb6e0; --contested: #d6b24c; --abandoned: #8d949b;
	}
}
* { box-sizing: border-box; }
html { font-size: 106.25%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
	margin: 0; padding: 0 1.25rem; background: var(--paper); color: var(--ink);
	font-family: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Georgia, "Noto Serif", "Liberation Serif", serif;
	line-height: 1.55; overflow-wrap: break-word;
}
header, main, footer { max-width: 45rem; margin: 0 auto; }
header { padding-top: 4rem; }
h1 { font-size: 2.1rem; line-height: 1.15; font-weight: 600; margin: 0 0 1.25rem; text-wrap: balance; }
.lead { font-size: 1.15rem; margin: 0 0 1rem; }
.standing, .caption, .key, .remark, .details, .from, .colophon { color: var(--soft); font-size: .85rem; }
.standing { margin: 0 0 1.5rem; }
nav { border-block: 1px solid var(--rule); padding: .6rem 0; font: .8rem/1.6 var(--sans); }
nav ul { display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; list-style: none; margin: 0; padding: 0; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
section { margin-top: 3.5rem; }
h2 { font-size: 1.4rem; line-height: 1.25; font-weight: 600; margin: 0 0 1.1rem; }
h3 { font-size: 1.05rem; line-height: 1.3; font-weight: 600; margin: 2.2rem 0 .7rem; }
h4 { font: 600 .8rem/1.4 var(--sans); margin: 0 0 .4rem; color: var(--soft); }
p { margin: 0 0 .9rem; }
ul { margin: 0; padding-inline-start: 1.1rem; }
li { margin: 0 0 .55rem; }
li::marker { color: var(--soft); }
li > ul { margin-top: .35rem; font-size: .9rem; color: var(--soft); }
li > ul > li { margin-bottom: .2rem; }
.entries { list-style: none; padding: 0; }
.entries > li { margin-bottom: 1rem; }
sup { font: .68em/1 var(--sans); vertical-align: baseline; position: relative; top: -.45em; margin-inline-start: .12em; white-space: nowrap; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; line-height: 1.45; }
caption { text-align: start; color: var(--soft); font-size: .85rem; padding-bottom: .5rem; }
th, td { text-align: start; vertical-align: top; padding: .55rem .9rem .55rem 0; border-top: 1px solid var(--rule); }
thead th { font: 600 .72rem/1.4 var(--sans); color: var(--soft); border-top: 0; padding-block: .2rem; }
tbody th { font-weight: 600; }
td:nth-child(2), td:nth-child(4) { min-width: 8.5rem; }
td:last-child { min-width: 14rem; padding-inline-end: 0; }
tbody tr:last-child > * { border-bottom: 1px solid var(--rule); }
.remark { margin: .8rem 0 0; }
.sign { vertical-align: -.12em; margin-inline-end: .35em; overflow: visible; }
figure { margin: 2rem 0; }
figure svg:not(.sign) { display: block; width: 100%; height: auto; overflow: visible; }
figure > .narrow { display: none; }
figcaption { margin-top: .7rem; }
.key span { display: inline-block; margin-inline-end: 1.1rem; }
.caption { margin: .35rem 0 0; }
svg text { font-family: var(--sans); fill: var(--ink); unicode-bidi: isolate; }
.ground { fill: var(--sea); }
.coast { fill: none; stroke: var(--coast); stroke-width: 1.1; stroke-linejoin: round; }
.road { fill: none; stroke: var(--paper); stroke-width: 5; stroke-linecap: round; }
svg .stretch { fill: none; stroke: var(--soft); stroke-width: 2; }
svg .stretch.government { stroke: var(--government); fill: none; }
svg .stretch.opposition { stroke: var(--opposition); fill: none; }
svg .stretch.front { stroke: var(--ink); stroke-dasharray: 1.5 4.5; stroke-width: 2.6; stroke-linecap: round; }
.government { --mark: var(--government); } .opposition { --mark: var(--opposition); }
.contested { --mark: var(--contested); } .abandoned { --mark: var(--abandoned); }
.filled { fill: var(--mark); }
.hollow { fill: var(--paper); stroke: var(--mark); stroke-width: 2; }
.government.filled { stroke: var(--mark); stroke-width: 2; }
.sign-ground { fill: var(--paper); }
.sign-words { font: 700 14px var(--sans); fill: var(--soft); }
.place { fill: var(--soft); }
.town { font-size: 13px; font-weight: 600; }
.other { font-size: 11px; }
.region { font-size: 11px; font-style: italic; letter-spacing: .08em; }
.town, .other, .region, .scale text { paint-order: stroke; stroke: var(--sea); stroke-width: 3px; stroke-linejoin: round; }
svg .other, svg .region, svg .scale text { fill: var(--soft); }
.scale text { font-size: 11px; }
.scale path { fill: none; stroke: var(--soft); stroke-width: 1.2; }
.axis { fill: none; stroke: var(--soft); stroke-width: 1.4; }
.squeezed { stroke-dasharray: 2 4; }
.leader { fill: none; stroke: var(--rule); stroke-width: 1; }
.as-of { fill: none; stroke: var(--government); stroke-width: 1; }
.exact { fill: var(--ink); stroke: var(--paper); stroke-width: 1.5; }
.inexact { fill: var(--paper); stroke: var(--ink); stroke-width: 1.6; }
.many { fill: var(--ink); stroke: var(--paper); stroke-width: 1.5; }
svg .count { fill: var(--paper); font-size: 10px; font-weight: 600; }
svg .date { font-size: 11px; fill: var(--soft); }
svg .as-of-date { fill: var(--government); font-weight: 600; }
svg .length { font-size: 10px; fill: var(--soft); }
.rough { stroke-dasharray: 4 3; }
.events { display: grid; grid-template-columns: 7.5rem 1fr; gap: 0 1.25rem; margin: 0; }
.events > div { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; padding-block: .55rem; border-top: 1px solid var(--rule); }
dt { font: .78rem/1.5 var(--sans); color: var(--soft); padding-top: .22rem; }
dd { margin: 0; }
dd p { margin: 0; }
.details { margin-top: .2rem; }
.quote { margin: 0 0 1.9rem; }
blockquote { margin: 0; padding-inline-start: 1.1rem; border-inline-start: 3px solid var(--rule); font-size: 1.06rem; }
blockquote p { margin: 0 0 .25rem; }
.from { padding-inline-start: 1.25rem; margin: .3rem 0 0; }
.from strong { color: var(--ink); }
.accounts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); gap: 1rem; margin-bottom: 1rem; }
.account { background: var(--wash); border-top: 3px solid var(--rule); padding: .8rem .95rem .5rem; font-size: .92rem; }
.account ul { font-size: .86rem; color: var(--soft); padding-inline-start: .9rem; }
.notes { font-size: .8rem; line-height: 1.45; columns: 19rem 2; column-gap: 2rem; padding-inline-start: 2.1rem; }
.notes li { break-inside: avoid; margin-bottom: .35rem; padding-inline-start: .2rem; }
.notes .back { font-family: var(--sans); font-size: .85em; margin-inline-start: .1em; }
footer { margin-top: 4rem; padding: 1.2rem 0 4rem; border-top: 1px solid var(--rule); }
@media (max-width: 40rem) {
	header { padding-top: 2rem; }
	h1 { font-size: 1.65rem; }
	section { margin-top: 2.75rem; }
	.events { display: block; }
	.events > div { display: block; }
	figure > .wide { display: none; }
	figure > .narrow { display: block; }
	table, tbody, tr, td, tbody th { display: block; }
	caption { display: block; }
	thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
	th, td { border-top: 0; padding: .1rem 0; }
	td:last-child, td:nth-child(2), td:nth-child(4) { min-width: 0; }
	td:nth-child(3)::before { content: "basis: "; color: var(--soft); }
	td:nth-child(4)::before { content: "since: "; color: var(--soft); }
	tbody tr { border-top: 1px solid var(--rule); padding: .6rem 0; }
	tbody tr:last-child > * { border-bottom: 0; }
}
@media print {
	:root {
		color-scheme: light;
		--paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --wash: #fff; --link: #000;
		--sea: #fff; --coast: #888;
		--government: #8f3a22; --opposition: #17527a; --contested: #76590a; --abandoned: #555;
	}
	@page { margin: 20mm 18mm; }
	html { font-size: 10pt; }
	body { padding: 0; line-height: 1.42; }
	header, main, footer { max-width: none; }
	header { padding-top: 0; }
	nav, .notes .back { display: none; }
	section { margin-top: 2rem; }
	h2, h3, h4, caption, .question { break-after: avoid; }
	thead { display: table-header-group; }
	table, tr, figure, .quote, .accounts, .account, .events > div, .entries > li > ul > li { break-inside: avoid; }
	.account { border: 1px solid var(--rule); border-top-width: 3px; }
	.filled, .many, .exact, .stretch, .account { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
	p, li { orphans: 3; widows: 3; }
	footer { margin-top: 2rem; padding-bottom: 0; }
}
`;
