/**
 * The reader's style sheet: one file for all pages, under 10 KB compressed. As text in a module, so that the server
 * finds it without looking for files, however it is run.
 */
export const readerCss = `
/* The reader's pages. Order: tokens, base, page frame, components, differences, tables, print. */
:root {
  --ink: #14181c; --muted: #4a545e; --line: #c5ccd3; --rule: #e1e6ea; --wash: #f3f6f7; --paper: #fff;
  --brand: #0a3a44; --link: #075e6b; --link-hover: #053b44; --visited: #4c2c92; --focus: #ffdd00;
  --add: #0b3d91; --add-bg: #dbeafe; --del: #7a2e00; --del-bg: #ffe3cc;
  --adapt: #074a54; --adapt-bg: #dff0f2; --supp: #432a80; --supp-bg: #ece7f8;
  --s1: .25rem; --s2: .5rem; --s3: .75rem; --s4: 1rem; --s5: 1.5rem; --s6: 2rem; --s7: 3rem; --s8: 4rem;
  --measure: 38rem; --r: 4px; --shade: #14181c4d;
  color-scheme: light;
}
*, ::before, ::after { box-sizing: border-box }
html { font: 100%/1.55 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif; -webkit-text-size-adjust: 100%; scroll-padding-top: var(--s5) }
body { margin: 0; color: var(--ink); background: var(--paper); font-size: 1.0625rem; overflow-wrap: break-word }
h1, h2, h3, h4 { line-height: 1.2; margin: 0; text-wrap: balance; letter-spacing: -.008em }
h1 { font-size: 1.75rem } h2 { font-size: 1.375rem } h3 { font-size: 1.125rem }
p, ul, ol, dl, figure, blockquote { margin: 0 }
a { color: var(--link); text-underline-offset: .16em; text-decoration-thickness: 1px }
a:hover { color: var(--link-hover); text-decoration-thickness: 3px }
main p a:visited { color: var(--visited) }
:focus-visible { outline: 3px solid transparent; background: var(--focus); color: var(--ink) !important; box-shadow: 0 0 0 3px var(--focus), 0 3px 0 4px var(--ink); border-radius: 1px; text-decoration: none }
:is(input, button, summary, [tabindex]):focus-visible { outline: 3px solid var(--ink); outline-offset: 0; box-shadow: 0 0 0 6px var(--focus); background: var(--paper) }
main:focus { outline: 0 !important; box-shadow: none !important }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.i { width: 1em; height: 1em; flex: none; vertical-align: -.125em }
.side-r h2:not(.label) { font-size: 1.125rem } .side-r > .stack > * + * { margin-top: var(--s2) } .side-r > * + .stack { margin-top: var(--s5) } .small { font-size: .9375rem } .muted { color: var(--muted) } .nowrap { white-space: nowrap }
.lead { font-size: 1.1875rem; line-height: 1.5; max-width: var(--measure) }

/* Page frame */
.wrap { max-width: 74rem; margin-inline: auto; padding-inline: var(--s4) }
.skip { position: absolute; left: -999rem } .skip:focus { left: var(--s4); top: var(--s2); z-index: 9; padding: var(--s2) var(--s4) }
.sample { background: var(--ink); color: #fff; font-size: .9375rem } .sample p { padding-block: var(--s2) }
.top { background: var(--brand); color: #fff }
.top .wrap { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s1) var(--s6); padding-block: var(--s3) }
.top a { color: #fff; text-decoration: none; padding-block: var(--s1) } .top a:hover { text-decoration: underline }
.top .name { font-weight: 700; font-size: 1.1875rem; margin-right: auto; line-height: 1.25 }
.top ul, .langs, .crumbs ol, .tools { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: var(--s1) var(--s5) }
.top ul { gap: 0 var(--s4) } .top li a { display: inline-block; font-size: 1rem }
.sub { border-bottom: 1px solid var(--line); background: var(--wash) }
.sub .wrap { align-items: center; display: flex; flex-wrap: wrap; justify-content: space-between; gap: var(--s1) var(--s5); padding-block: var(--s2) }
.langs { gap: 0 var(--s4) } .langs > * { display: inline-block; padding-block: var(--s1); margin: 0 }
.langs [aria-current] { font-weight: 700; border-bottom: 3px solid var(--brand); color: var(--ink); text-decoration: none }
.crumbs { font-size: .9375rem; padding-block: var(--s4) 0 } .crumbs ol { gap: 0 var(--s2); margin: 0 }
.crumbs li { padding-block: 2px } .crumbs li + li::before { content: "›" / ""; color: var(--muted); margin-right: var(--s2) }
.crumbs a { display: inline-block; min-height: 24px }
main { display: block; padding-block: var(--s5) var(--s8) }
.foot { border-top: 4px solid var(--brand); background: var(--wash); font-size: .9375rem; padding-block: var(--s6) }
.foot ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: var(--s2) var(--s5); margin-bottom: var(--s4) } .foot a { display: inline-block; min-height: 24px }
.foot p { max-width: 50rem; color: var(--muted) }
.stack > * + * { margin-top: var(--s4) } .stack-l > * + * { margin-top: var(--s7) } .stack-m > * + * { margin-top: var(--s6) } section > h2 + * { margin-top: var(--s3) } section > .muted:last-child { margin-top: var(--s3) }
.prose > * { max-width: var(--measure) } .prose > * + * { margin-top: var(--s4) }
.prose > h2 { margin-top: var(--s7) } .prose > h3 { margin-top: var(--s6) } .prose > h2 + *, .prose > h3 + * { margin-top: var(--s3) }
.prose li + li { margin-top: var(--s2) } .prose :is(ul, ol):not([class]) { padding-left: 1.4em }
.prose > .wide { max-width: none }

/* Components */
.badge { display: inline-flex; align-items: center; gap: .4em; padding: 1px .55em 1px .45em; font-size: .9375rem; font-weight: 600; line-height: 1.5; border: 1px solid currentColor; border-radius: var(--r); white-space: nowrap; color: #333c45; background: var(--wash) }
.badge.adapt { color: var(--adapt); background: var(--adapt-bg) } .badge.supplement { color: var(--supp); background: var(--supp-bg) }
.badge.local { color: #fff; background: var(--ink); border-color: var(--ink) } .badge.omit { border-style: dashed; background: none }
.plain { display: inline-flex; align-items: baseline; gap: .45em } .plain .i { position: relative; top: .12em }
.box { background: var(--wash); border: 1px solid var(--rule); border-radius: var(--r); padding: var(--s4) }
.note { border-left: 5px solid var(--brand); background: var(--wash); padding: var(--s3) var(--s4) } .note h2, .note h3 { font-size: 1.0625rem }
.note > * + * { margin-top: var(--s1) !important }
.by { border: 1px solid var(--supp); border-left-width: 5px; border-radius: var(--r); padding: var(--s4) } .by > * + * { margin-top: var(--s3) } .by h3 { margin-top: var(--s3) }
.meta { font-size: .9375rem; color: var(--muted); display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); align-items: center } .meta a { display: inline-block; min-height: 24px }
.btn { display: inline-flex; align-items: center; gap: .5em; min-height: 44px; padding: var(--s2) var(--s4); font: inherit; font-weight: 600; line-height: 1.25; color: #fff; background: var(--brand); border: 2px solid var(--brand); border-radius: var(--r); text-decoration: none; cursor: pointer }
.btn:hover { color: #fff; background: #0f5563; text-decoration: none } .btn.second { color: var(--brand); background: var(--paper) } .btn.second:hover { background: var(--adapt-bg) }
legend { font-weight: 600 }
.tools { gap: var(--s1) var(--s5); font-size: 1rem } .tools a { display: inline-flex; gap: .45em; align-items: center; min-height: 32px }
summary { cursor: pointer; color: var(--link); text-decoration: underline; text-underline-offset: .16em; min-height: 32px; padding-block: var(--s1) }
.toc { list-style: none; padding: 0; font-size: 1rem; line-height: 1.35 } .toc a { display: block; padding: 6px 0; text-decoration: none } .toc a:hover { text-decoration: underline }
.toc [aria-current] { color: var(--ink); font-weight: 700; box-shadow: inset 4px 0 var(--brand); padding-left: var(--s3); margin-left: -1px }
.toc .part { font-weight: 600; margin-top: var(--s4); padding-bottom: 2px; color: var(--muted); font-size: .9375rem }
.label { font-size: .9375rem; font-weight: 600; color: var(--muted); margin-bottom: var(--s1) }
.checks { border: 1px solid var(--line); border-radius: var(--r); padding: var(--s4); margin: 0; min-width: 0 } .checks legend { padding: 0 var(--s2); margin-left: calc(-1*var(--s2)); font-size: 1.125rem }
.check { display: flex; gap: var(--s3); padding-block: var(--s2); border-top: 1px solid var(--rule); font-weight: 400; cursor: pointer; margin: 0 } .check:first-of-type { border: 0 }
.check input { flex: none; width: 24px; height: 24px; margin: 1px 0 0; accent-color: var(--brand) }
.check small { display: block; font-size: .9375rem; color: var(--muted) }
.law { border: 1px solid var(--line); border-radius: var(--r) } .law > * { padding: var(--s3) var(--s4) } .law > * + * { border-top: 1px solid var(--rule); margin: 0 }
.contact dl, .kv { display: grid; grid-template-columns: fit-content(40%) minmax(0, 1fr); gap: var(--s1) var(--s4) } dt { color: var(--muted) } dd { margin: 0; overflow-wrap: anywhere }
.contact .btn { margin-bottom: var(--s3) }
.pager { display: grid; gap: var(--s4); border-top: 1px solid var(--line); padding-top: var(--s4) } .pager a { display: block; padding: var(--s2) 0; font-weight: 600 } .pager .to { display: block; font-weight: 400; font-size: .9375rem; color: var(--muted) }
.rows { list-style: none; padding: 0; border-top: 1px solid var(--line) } .rows > li { border-bottom: 1px solid var(--line); padding-block: var(--s3); display: grid; gap: var(--s1) var(--s5); align-items: baseline }
.rows h3 a { display: inline-block; padding-block: 2px } .rows .langs { font-size: 1rem }
.cols { display: grid; gap: var(--s5) }
.tiles { display: grid; grid-template-columns: repeat(5, 1fr); gap: 4px; max-width: 21rem } .tiles span { aspect-ratio: 1; background: var(--wash) } .tiles b { aspect-ratio: 1; display: grid; place-content: center; background: var(--adapt-bg); color: var(--adapt); border: 1px solid var(--adapt); border-radius: 2px; font-weight: 700; text-align: center }
.tree { list-style: none; padding: 0 } .tree > li { border-top: 2px solid var(--ink); padding-block: var(--s4) var(--s5) } .tree ol { list-style: none; padding: 0; margin-top: var(--s2) }
.tree ol li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 var(--s4); align-items: center; border-top: 1px solid var(--rule); padding-block: var(--s1) } .tree ol li:first-child { border: 0 }
.tree ol a { padding-block: 6px; flex: 1 1 15rem } .num { color: var(--muted); display: inline-block; width: 2.6em; font-variant-numeric: tabular-nums }
.weight { display: inline-flex; align-items: center; gap: .5em; font-weight: 600; white-space: nowrap }

/* A text in a page: headings near their text, nothing wider than a line that is good to read */
.prose .wide { max-width: none } .prose > .in-other { margin-top: var(--s3) } .prose > .stand-in + * { margin-top: var(--s3) }
.by h2 { font-size: 1rem; line-height: 1.5 } .by > * + * { margin-top: var(--s3) } .by > :is(h3, h4) { margin-top: var(--s4) }
.far { margin-top: var(--s6) } .narrow { max-width: 44rem } .in-line { margin-left: var(--s3) }
.stack > h2 + * { margin-top: var(--s3) } .stack > h2.far { margin-top: var(--s7) }
.plain-list { list-style: none; padding: 0 } .step { display: inline-block; padding-block: 4px; font-weight: 600 }
.row-name { font-size: 1.125rem } .row-name a { display: inline-block; padding-block: 2px }
.uses { list-style: none; padding: 0 } .prose .uses li + li { margin-top: 0 }
.upright { flex-direction: column; margin-top: var(--s5) }
.warn { border-color: var(--del) } .note .i { color: inherit }
.legend { margin: 0 } .legend > div + div { margin-top: var(--s3) } .legend dd { margin-top: 2px }
blockquote { border-left: 4px solid var(--line); padding-left: var(--s4); color: #333c45 }
hr { border: 0; border-top: 1px solid var(--line); margin-block: var(--s6) }
figure img { display: block; max-width: 100%; height: auto; border: 1px solid var(--rule) } figcaption { font-size: .9375rem; color: var(--muted); margin-top: var(--s2) }
code { font-size: .92em; background: var(--wash); padding: 1px .25em; border-radius: 2px; overflow-wrap: anywhere }
.block-title { font-weight: 600; font-size: 1.125rem; line-height: 1.3 }
.callout { border-left: 5px solid var(--ink); padding: var(--s1) 0 var(--s1) var(--s4) } .callout > * + * { margin-top: var(--s2) }
.callout-head { font-weight: 600; display: flex; gap: .5em; align-items: baseline } .callout-head .i { position: relative; top: .1em; width: 1.1em; height: 1.1em }
.callout.practice { border-color: var(--link) } .callout.practice .callout-head { color: var(--adapt) }
.callout.warning { border-color: var(--del); border-left-style: double; border-left-width: 8px } .callout.warning .callout-head { color: var(--del) }
.callout.national { border-color: var(--supp) } .callout.national .callout-head { color: var(--supp) }
.steps > ol.path { list-style: none; padding: 0; margin-top: var(--s3); counter-reset: step }
.path > li { counter-increment: step; position: relative; padding: 3px 0 var(--s4) 3rem; margin: 0 }
.path > li::before { content: counter(step); position: absolute; left: 0; top: 0; width: 2rem; height: 2rem; border: 2px solid var(--brand); border-radius: 50%; display: grid; place-content: center; font-weight: 700; font-size: 1rem; color: var(--brand); background: var(--paper) }
.path > li:not(:last-child)::after { content: ""; position: absolute; left: calc(1rem - 1px); top: 2rem; bottom: 0; border-left: 2px solid var(--line) }
.facts { margin-top: var(--s1) } .facts > div { display: flex; flex-wrap: wrap; gap: 0 .5em } .facts dt::after { content: ":" } .facts dt:lang(fr)::after { content: "\\a0:" }
.law { list-style: none; padding: 0 } .prose .law li + li { margin-top: 0 } .law p + p { margin-top: var(--s1) }
.contact > * + * { margin-top: var(--s2) } .contact .btn { margin: var(--s1) 0 }
.checks-keep { margin-top: var(--s3) } .checks-keep p { margin-top: var(--s2) } .boxes { list-style: none; padding: 0 }
.boxes .check { cursor: auto } .boxes .check::before { content: "" / ""; flex: none; width: 1.1em; height: 1.1em; border: 2px solid var(--ink); margin-top: .2em } .check span { min-width: 0 }
.fn { line-height: 0; font-size: .8em } .fn a { padding: 4px 3px }
.notes { border-top: 1px solid var(--line); padding-top: var(--s3); font-size: .9375rem } .notes ol { padding-left: 1.6em } .prose .notes li + li { margin-top: var(--s1) } .notes a { padding: 4px }
.stand-in { margin-bottom: 0 } .stand-in .badge { white-space: normal; border-style: dashed; background: none }
.left-out { border-block: 1px solid var(--line); padding-block: var(--s2) } .left-out > .prose { margin-top: var(--s3) }
.below h2 { margin-bottom: var(--s2) } .prose .toc li + li { margin-top: 0 }
.scroll td > * + * { margin-top: var(--s2) } .scroll th { font-size: 1rem } section.scroll table { min-width: 26rem } .diff :is(th, td) { overflow-wrap: anywhere } .diff .scroll :is(th, td) { overflow-wrap: break-word } .diff-block .weight { display: inline; white-space: normal }
.part-head { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); align-items: center; justify-content: space-between } .part-head h3 { flex: 1 1 15rem } .part-head a { display: inline-block; padding-block: 2px; text-decoration: none } .part-head a:hover { text-decoration: underline }
.tree > li:has(> ol:first-child) { padding-block: var(--s2) var(--s5) } .tree > li > ol:empty { display: none }
.entry { text-decoration: none; padding-block: 6px; flex: 1 1 15rem; display: flex; gap: 0 .5em; flex-wrap: wrap } .tree .entry { flex-wrap: nowrap } .entry .t { text-decoration: underline 1px; text-underline-offset: .16em } .entry:hover .t { text-decoration-thickness: 3px } span.entry .t { text-decoration: none } .tree .num { flex: none; width: auto; min-width: 2.6em } .tree .entry a { padding: 2px 4px; flex: none; align-self: start }
.tree .deep { padding-left: var(--s5) } .tree .d4, .tree .d5 { padding-left: var(--s7) }
.overview th, .overview td { padding-block: var(--s3) } .overview th { min-width: 13rem } .overview tbody .d1 { font-weight: 700 } .overview tbody th { font-weight: 400 } .overview tbody a { display: inline-block; min-height: 24px }
.side-r .toc li > span { display: block; margin-top: -4px; padding-bottom: 4px }

/* Differences: word, mark and colour together, never colour alone */
ins, del { position: relative; padding: 1px .2em 1px .95em; border-radius: 2px }
ins { color: var(--add); background: var(--add-bg); text-decoration: underline 2px; text-underline-offset: .2em }
del { color: var(--del); background: var(--del-bg); text-decoration: line-through 1.5px }
ins::before, del::before { position: absolute; left: .2em; font-weight: 700 } ins::before { content: "+" / "" } del::before { content: "−" / "" }
/* A word joiner: otherwise an empty box can wrap to the next line. */
ins::after, del::after { content: "\\2060" / "" }
.views { list-style: none; padding: 0; display: flex; flex-wrap: wrap; border-bottom: 1px solid var(--line); gap: 0 var(--s5) } .views a { display: block; padding: var(--s2) 0; text-decoration: none } .views a:hover { text-decoration: underline }
.views [aria-current] { font-weight: 700; color: var(--ink); box-shadow: inset 0 -4px var(--brand) }
.change { border-top: 2px solid var(--ink); padding-top: var(--s3) } .change > header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 var(--s4); align-items: baseline } .change > * + * { margin-top: var(--s3) } .change nav { font-size: .9375rem } .change nav a { display: inline-block; padding-block: var(--s1); margin-left: var(--s3) }
.pair { display: grid; gap: var(--s4) } .pair > div { min-width: 0; overflow-wrap: anywhere; border-left: 5px solid; padding-left: var(--s3) } .pair .was { border-color: var(--del); border-left-style: double } .pair .now { border-color: var(--add) } .pair h4 { font-size: .9375rem; color: var(--muted); margin-bottom: var(--s1) }
.reason { background: var(--wash); padding: var(--s3) var(--s4); font-size: 1rem; border-radius: var(--r) } .reason p + p { margin-top: var(--s1) } .change-reasons { margin-top: var(--s2) } .change-reasons li { margin-top: var(--s2) }

/* What changed between two releases */
.fields { display: flex; flex-wrap: wrap; gap: var(--s3) var(--s4); align-items: end; max-width: 44rem } .fields label { display: block; font-weight: 600 }
select { font: inherit; min-height: 44px; max-width: 100%; padding: var(--s1) var(--s2); color: var(--ink); background: var(--paper); border: 2px solid var(--ink); border-radius: var(--r) }
.said { max-width: var(--measure) } .stack > .changes { margin-top: var(--s7) } .changes .change > header :is(h3, p) a { display: inline-block; min-height: 24px } .changes .stack-m { margin-top: var(--s4) } .corrections { margin-top: var(--s3) } .corrections > li { border-top: 1px solid var(--rule); padding-block: var(--s2) } .corrections a { display: inline-block; padding-block: 2px }
.changes summary { padding-block: var(--s1) } .changes details > div { margin-top: var(--s3) }

.summary h2 { font-size: 1.125rem } .summary ol { padding-left: 1.4em; margin-top: var(--s2) } .summary li { padding-block: 2px } .change > header h2 { font-size: 1.25rem }
.diff > .stack > * { max-width: var(--measure) } .diff :is(ul, ol):not([class]) { padding-left: 1.4em } .diff > .stack :is(h2, h3) { margin-top: var(--s6) } .diff .label { margin-bottom: 0 } .diff li + li { margin-top: var(--s2) }
.stack > .change + .change { margin-top: var(--s6) } .change ul, .change ol { padding-left: 1.4em } .change .steps { padding: 0 }
.diff-block { border-left: 3px solid var(--line); padding-left: var(--s4) } .diff-block > * + * { margin-top: var(--s2) } .diff-unnumbered { list-style: none } .reformatted { border-bottom: 2px dotted } .footnote { font-size: .9375rem }

/* Tables */
/* A shadow at an edge beyond which there is more; the paper that scrolls along covers it where there is not. */
.scroll { overflow-x: auto; position: relative; background: linear-gradient(to right, var(--paper) 40%, transparent) 0 0 / 2.5rem 100% no-repeat local, linear-gradient(to left, var(--paper) 40%, transparent) 100% 0 / 2.5rem 100% no-repeat local, linear-gradient(to right, var(--shade), transparent) 0 0 / .875rem 100% no-repeat, linear-gradient(to left, var(--shade), transparent) 100% 0 / .875rem 100% no-repeat }
table { border-collapse: collapse; width: 100%; font-size: 1rem } caption { text-align: left; font-weight: 600; padding-bottom: var(--s2) }
th, td { text-align: left; vertical-align: top; padding: var(--s2) var(--s4) var(--s2) 0; border-bottom: 1px solid var(--line) } td a { display: inline-block; min-height: 24px } thead th { border-bottom: 2px solid var(--ink); font-size: .9375rem; vertical-align: bottom } tbody th { font-weight: 600 }

@media (max-width: 43.99rem) {
  .sample p { padding-block: var(--s1) } .top .name { font-size: 1.0625rem } .fold thead { position: absolute; clip-path: inset(50%) } .fold :is(table, tbody, tr, th, td), .fold { display: block } .fold tr { border-bottom: 1px solid var(--line); padding-block: var(--s2) } .fold :is(th, td) { border: 0; padding: 2px 0 } .fold caption { display: block }
}
@media (min-width: 44rem) {
  body { font-size: 1.125rem } h1 { font-size: 2.25rem } h2 { font-size: 1.625rem } h3 { font-size: 1.25rem } .lead { font-size: 1.3125rem }
  .wrap { padding-inline: var(--s6) } .pager { grid-template-columns: 1fr 1fr } .pager a:last-child { text-align: right; grid-column: 2 }
  .cols.c2 { grid-template-columns: 1fr 1fr; gap: var(--s5) var(--s7) } .cols.c3 { grid-template-columns: repeat(3, 1fr); gap: var(--s5) var(--s6) } .pair { grid-template-columns: 1fr 1fr; gap: var(--s6) }
  .rows > li.country { grid-template-columns: 10rem 15rem 8rem 1fr }
}
@media (min-width: 62rem) {
  main { padding-top: var(--s6) } .hero { display: grid; grid-template-columns: 1fr 21rem; gap: var(--s8); align-items: center } .split { display: grid; grid-template-columns: minmax(0, 1fr) 17rem; gap: var(--s8) }
  .three { display: grid; grid-template-columns: 15rem minmax(0, 1fr) 12.5rem; gap: var(--s7) } .top ul { gap: 0 var(--s5) } .three > .side-r { grid-column: 3; grid-row: 1; position: sticky; top: var(--s5); align-self: start }
  @supports selector(details::details-content) { .contents > summary { display: none } .contents::details-content { display: block; content-visibility: visible; height: auto } }
}
@media (max-width: 61.99rem) { .three > article, .split > * + * { margin-top: var(--s5) } .contents { border-block: 1px solid var(--line) } .side-r > .contents { margin-top: -1px } .contents[open] { padding-bottom: var(--s4) } .tiles { display: none } }
@media (forced-colors: active) { ins, del, .badge { border: 1px solid } .views [aria-current], .toc [aria-current] { text-decoration: underline 3px } }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }

/* Paper */
.paper { display: none }
@media print {
  @page { margin: 18mm 16mm 20mm } html { font-size: 10.5pt } body { font-size: 11pt; color: #000 } h1 { font-size: 20pt } h2 { font-size: 14pt } h3 { font-size: 12pt } .lead { font-size: 12.5pt }
  .top, .sub, .crumbs, .skip, .foot, .contents, .side-r, .pager, .tools, .views, .no-print, .change nav, .meta a { display: none !important } .three, .split { display: block } .wrap { padding: 0; max-width: none } main { padding: 0 }
  .paper { display: block; border-bottom: 1pt solid; padding-bottom: 4pt; margin-bottom: 12pt; font-size: 9.5pt } .sample { background: none; color: #000; border: 1pt solid; font-size: 9.5pt; margin-bottom: 8pt }
  details::details-content { display: block; content-visibility: visible; height: auto } h1, h2, h3, legend, .label { break-after: avoid } .check, .law, .contact, .change, tr, .note { break-inside: avoid } thead { display: table-header-group } .changes .change { break-inside: auto } .change > header { break-after: avoid }
  a { color: #000 } .law a[href^=http]::after { content: " (" attr(href) ")"; font-size: 9pt; overflow-wrap: anywhere } .prose > *, .lead { max-width: none }
  ins { border: 1pt solid; font-weight: 700 } ins, del { background: none; color: #000 } .pair, .cols.c2 { grid-template-columns: 1fr 1fr } .contact .btn { color: #000; background: none; border: 0; padding: 0; min-height: 0 } .contact .btn::after { content: none } .muted, .meta { color: #333 } .prose > h2 { margin-top: 18pt } .check input { appearance: none; width: 12pt; height: 12pt; border: 1pt solid #000 } .check input:checked::before { content: "✓" / ""; display: block; line-height: 10pt; text-align: center }
}
`
