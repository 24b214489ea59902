import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Block, RichText } from '@/domain/richText/richText'
import { sideBySide } from '@/domain/sideBySide'
import { filesAt } from '@/import/filesAt'
import { read } from '../import/readText'

const corpus = resolve(import.meta.dirname, '../../../../shared/corpus/standard-for-public-code')
const isHere = existsSync(corpus)
if (!isHere) console.warn(`Skipped: the Standard for Public Code is not at ${corpus}`)

type Criterion = { english: RichText; chinese: RichText }

describe.skipIf(!isHere)('the Standard for Public Code 0.7.1 beside its translation into Chinese', () => {
  test('has every block of its 16 criteria beside its translation', async () => {
    const criteria = await readCriteria()
    expect(criteria).toHaveLength(16)
    for (const { english, chinese } of criteria) {
      const rows = sideBySide({ common: english, national: chinese, isSameLanguage: false })
      expect(rows.map((row) => [row.common, row.national])).toEqual(english.map((one, at) => [[one], [chinese[at]]]))
    }
  })

  // Measured: 95.0, 94.8, 95.7, 95.0 and 93.3 % for the five ways to take every fifth block out.
  test.each([0, 1, 2, 3, 4])(
    'has 93 of 100 blocks beside their translations after every fifth was left out and every fifth is foreign (%i)',
    async (shift) => {
      const criteria = await readCriteria()
      const counted = { right: 0, all: 0 }
      criteria.forEach(({ english, chinese }, index) => {
        const foreign = criteria[(index + 1) % criteria.length]?.chinese ?? []
        const national = edited({ chinese, foreign, shift })
        const rows = sideBySide({ common: english, national, isSameLanguage: false })
        counted.all += national.filter((one) => chinese.includes(one)).length
        counted.right += rows.filter(({ common: [one], national: [other] }) => {
          return one && other && english.indexOf(one) === chinese.indexOf(other)
        }).length
      })
      expect(counted.right / counted.all).toBeGreaterThan(0.93)
    },
  )
})

/** The text of a country that left out every fifth paragraph and put one of another text after every fifth. */
function edited({ chinese, foreign, shift }: { chinese: RichText; foreign: RichText; shift: number }): RichText {
  return chinese.flatMap((one, at): Block[] => {
    const added = (at + shift) % 5 === 2 ? foreign[at % foreign.length] : undefined
    return [...((at + shift) % 5 === 0 ? [] : [one]), ...(added ? [added] : [])]
  })
}

async function readCriteria(): Promise<Criterion[]> {
  const names = readdirSync(`${corpus}/zh-Hant/criteria`).filter((name) => name !== 'index.md')
  return Promise.all(
    names.map(async (name) => ({
      english: await bodyAt(`${corpus}/0.7.1/criteria/${name}`),
      chinese: await bodyAt(`${corpus}/zh-Hant/criteria/${name}`),
    })),
  )
}

async function bodyAt(path: string): Promise<RichText> {
  const files = await filesAt(path)
  if (!files.ok) throw new Error(JSON.stringify(files.because))
  const { sections } = await read(files.result, 1)
  return sections.flatMap(({ body }) => body)
}
