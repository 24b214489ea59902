import type { PayloadRequest } from 'payload'
import type { Language } from '@/domain/language'
import type { Country } from '@/stored/countries'
import { loadListedSections } from '@/stored/listedSections'
import { commonAbout } from '@/stored/releaseFacts'
import { commonStanding } from '@/stored/releases'
import type { Toolkit } from '@/stored/toolkits'
import { loadVariants } from '@/stored/variants'
import { workingChanges } from '../framework/workingRows'
import { type TextIn, toolkitTitle } from '../words/titles'

/** The work on the common framework of one toolkit for those who maintain it. */
export type FrameworkTask =
  | { kind: 'first-release'; toolkit: Toolkit; title: TextIn; sections: number }
  | {
      kind: 'release'
      toolkit: Toolkit
      title: TextIn
      changed: number
      /** Does the working text equal the last release? Then it must be released again because that one is withdrawn. */
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
  const found = await Promise.all(toolkits.map((toolkit) => tasksOf({ req, toolkit, countries, language })))
  return found.flat()
}

async function tasksOf({
  req,
  toolkit,
  countries,
  language,
}: {
  req: PayloadRequest
  toolkit: Toolkit
  countries: readonly Country[]
  language: Language
}): Promise<FrameworkTask[]> {
  const of = { req, toolkit: toolkit.id }
  const [standing, sections, variants] = await Promise.all([
    commonStanding(of),
    loadListedSections(of),
    loadVariants(of),
  ])
  const { inUse, lastText: last, withdrawal } = standing
  const text = workingChanges({ sections, about: commonAbout(toolkit), last })
  const title = toolkitTitle({ toolkit, language })
  const tasks: FrameworkTask[] = []
  if (!last) tasks.push({ kind: 'first-release', toolkit, title, sections: sections.length })
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
  const taken = new Set(variants.map(({ country }) => country))
  const without = countries.map(({ code }) => code).filter((code) => !taken.has(code))
  if (inUse && without.length > 0) tasks.push({ kind: 'start', toolkit, title, countries: without })
  return tasks
}
