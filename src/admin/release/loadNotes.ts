import { translatorFor } from '@/messages/translate'
import { type ComparedAbout, comparedAbout } from '../review/comparedAbout'
import { type ChangedText, changedText } from './changedText'
import { comparedTexts, type RegroupedSections, regroupedSections } from './regroupedSections'
import { loadReleaseWork, type ReleaseAsked, type ReleaseWork } from './releaseWork'
import { loadSectionTexts } from './sectionTexts'

type Notes = ReleaseWork & {
  /** By the keys of the sections. */
  texts: ReadonlyMap<string, ChangedText>
  regrouped: RegroupedSections[]
  aboutChanges: ComparedAbout[]
}

/** The next release with the differences of its sections, and of what pages say about the toolkit. */
export async function loadNotes(asked: ReleaseAsked): Promise<Notes> {
  const { language, req } = asked
  const work = await loadReleaseWork(asked)
  const { languages } = work
  const both = await loadSectionTexts({ req, work })
  const say = translatorFor(language)
  const regrouped = regroupedSections({ work, texts: both })
  const texts = new Map(
    [...comparedTexts(both, regrouped)].map(([key, { before, after }]): [string, ChangedText] => {
      // Its text is in another section now, or somebody removed it while this was loaded.
      return [key, before || after ? changedText({ before, after, languages, say }) : NOTHING]
    }),
  )
  return { ...work, texts, regrouped, aboutChanges: comparedAbout(work.text.about) }
}

const NOTHING: ChangedText = { texts: [], guidance: [], policy: null }
