import type { PayloadRequest } from 'payload'
import type { Language } from '@/domain/language'
import type { Country } from '@/stored/countries'
import { commonAbout } from '@/stored/releaseFacts'
import { commonStanding } from '@/stored/releases'
import { loadWorkingSections } from '@/stored/sections'
import type { Toolkit } from '@/stored/toolkits'
import { loadVariants } from '@/stored/variants'
import { workingText } from '../framework/workingRows'
import { type TextIn, toolkitTitle } from '../words/titles'

/** What waits in the common framework of one toolkit for those who keep it. */
export type FrameworkTask =
  | { kind: 'first-release'; toolkit: Toolkit; title: TextIn; sections: number }
  | {
      kind: 'release'
      toolkit: Toolkit
      title: TextIn
      changed: number
      /** Has the working text what the last release had? Then it waits because that one is withdrawn. */
      isSame: boolean
      version: string
      isWithdrawn: boolean
    }
  | { kind: 'start'; toolkit: Toolkit; title: TextIn; countries: string[] }

export async function loadFrameworkTasks({
  req,
  toolkits,
  countries,
  language,
}: {
  req: PayloadRequest
  toolkits: readonly Toolkit[]
  countries: readonly Country[]
  language: Language
}): Promise<FrameworkTask[]> {
  const tasks: FrameworkTask[] = []
  for (const toolkit of toolkits) {
    const { inUse, lastText: last, withdrawal } = await commonStanding({ req, toolkit: toolkit.id })
    const sections = await loadWorkingSections({ req, toolkit: toolkit.id })
    const languages = [toolkit.sourceLanguage]
    const text = workingText({ sections, about: commonAbout(toolkit), last, languages, reader: language })
    const title = toolkitTitle({ toolkit, language })
    if (!last) tasks.push({ kind: 'first-release', toolkit, title, sections: text.rows.length })
    else if (!text.isSameAsRelease || withdrawal)
      tasks.push({
        kind: 'release',
        toolkit,
        title,
        changed: text.changed + text.removed.length,
        version: last.version,
        isSame: text.isSameAsRelease,
        isWithdrawn: withdrawal !== null,
      })
    if (!inUse) continue
    const taken = new Set((await loadVariants({ req, toolkit: toolkit.id })).map(({ country }) => country))
    const without = countries.map(({ code }) => code).filter((code) => !taken.has(code))
    if (without.length > 0) tasks.push({ kind: 'start', toolkit, title, countries: without })
  }
  return tasks
}
