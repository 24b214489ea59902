// `npm run bench [-- synthetic | corpus | histories | site | updates | typing]`: compares differences and merges with other engines and with what
// people committed, measures how fast the site answers, and prints targets and measurements. Takes some minutes; times
// depend on what else runs.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { CORPUS, hasCorpus } from './bench/corpus'
import { compareOnMerges } from './bench/corpusMerges'
import { compareOnRevisions } from './bench/corpusRevisions'
import { compareOnHistories } from './bench/historyMerges'
import { measureSite } from './bench/siteSpeed'
import { type Target, targetTable } from './bench/target'
import { compareThreeWay } from './bench/threeWay'
import { compareSizes, compareTwoWay, compareWithPayload } from './bench/twoWay'
import { measureTyping } from './bench/typingSpeed'
import { measureUpdates } from './bench/updatesSpeed'

const USAGE = `Usage: npm run bench -- [synthetic] [corpus] [site] [updates] [typing]
       npm run bench -- histories --from FOLDER

  synthetic        an invented text of which the truth is known; ours and other engines
  corpus           real merges and revisions in ../shared/corpus
  histories        merges of Markdown in other git histories; runs only if it is named
  updates          a release of the common framework in 30 countries: what waits in all, and the screens about it
  typing           a key in a section of 6,000 words beside the common text, and in the bare editor
  site             the built site with the sample: from memory, made at each request, and as pages of server components
  --words N        size of the invented text (default: 100000)
  --seed N         another text and other edits, another choice of merges (default: 1)
  --from FOLDER    where the histories are: clones, or git directories without a work tree
  --most N         at most N merges of prose from each history (default: 150)
  --ours           without the other engines
  --show N         describe N wrong merges of the corpus or of each history
  --json FILE      write the figures to a file, too`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    words: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    ours: { type: 'boolean', default: false },
    from: { type: 'string' },
    most: { type: 'string', default: '150' },
    show: { type: 'string', default: '0' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
const PARTS = ['synthetic', 'corpus', 'site', 'updates', 'typing']
const NAMED_PARTS = [...PARTS, 'histories']
process.exitCode = await run()

async function run(): Promise<number> {
  if (values.help || positionals.some((part) => !NAMED_PARTS.includes(part))) {
    console.log(USAGE)
    return values.help ? 0 : 1
  }
  const parts = positionals.length > 0 ? positionals : PARTS
  const { from } = values
  if (parts.includes('histories') && from === undefined) {
    console.error('Say where the histories are: --from FOLDER')
    return 1
  }
  const targets: Target[] = []
  if (parts.includes('synthetic')) targets.push(...(await synthetic()))
  if (parts.includes('corpus')) targets.push(...corpus())
  if (parts.includes('histories') && from !== undefined) targets.push(...(await histories(from)))
  if (parts.includes('site')) targets.push(...(await site()))
  if (parts.includes('updates')) targets.push(...(await updates()))
  if (parts.includes('typing')) targets.push(...(await typing()))
  console.log(`\n## Promised and measured\n\n${targetTable(targets)}`)
  if (values.json) writeFileSync(values.json, `${JSON.stringify(targets, null, 2)}\n`)
  return 0
}

async function synthetic(): Promise<Target[]> {
  const given = { words: Number(values.words), seed: Number(values.seed), say: console.log, oursOnly: values.ours }
  console.log('\n## Invented text')
  return [
    ...(await compareTwoWay(given)),
    ...(await compareSizes(given)),
    ...(await compareWithPayload(given)),
    ...compareThreeWay(given),
  ]
}

async function site(): Promise<Target[]> {
  console.log('\n## The site\n')
  return measureSite({ say: console.log })
}

async function updates(): Promise<Target[]> {
  console.log('\n## Updates\n')
  return measureUpdates({ say: console.log })
}

async function typing(): Promise<Target[]> {
  console.log('\n## Typing\n')
  return measureTyping({ say: console.log })
}

function histories(folder: string): Promise<Target[]> {
  console.log('\n## Other histories\n')
  return compareOnHistories({
    folder,
    most: Number(values.most),
    seed: Number(values.seed),
    say: console.log,
    show: Number(values.show),
  })
}

function corpus(): Target[] {
  console.log('\n## Real texts')
  if (!hasCorpus()) {
    console.log(`\nLeft out: there is no corpus at ${CORPUS}.`)
    return []
  }
  const given = { say: console.log, show: Number(values.show) }
  return [...compareOnMerges(given), ...compareOnRevisions(given)]
}
