import type { SectionContent } from '@/domain/section'
import { translatorFor } from '@/messages/translate'
import { loadBlobs } from '@/stored/blobs'
import { loadWorkingSections } from '@/stored/sections'
import { type ComparedAbout, comparedAbout } from '../review/comparedAbout'
import { type ChangedText, changedText } from './changedText'
import { loadReleaseWork, type ReleaseAsked, type ReleaseWork } from './releaseWork'

/** The next release with the differences of its sections, by their keys, and of what pages say about the toolkit. */
export async function loadNotes(
  asked: ReleaseAsked,
): Promise<ReleaseWork & { texts: ReadonlyMap<string, ChangedText>; aboutChanges: ComparedAbout[] }> {
  const { language, req, toolkit } = asked
  const work = await loadReleaseWork(asked)
  const { changed, languages } = work
  const [working, blobs] = await Promise.all([
    changed.length > 0 ? loadWorkingSections({ req, toolkit: toolkit.id }) : [],
    loadBlobs({ req, hashes: changed.flatMap(({ was }) => was?.blob ?? []) }),
  ])
  const now = new Map(working.map(({ content }): [string, SectionContent] => [content.key, content]))
  const say = translatorFor(language)
  const texts = new Map(
    changed.map(({ key, was }): [string, ChangedText] => {
      const [before, after] = [(was && blobs.get(was.blob)) ?? null, now.get(key) ?? null]
      // Somebody may have removed a section while this was loaded.
      return [key, before || after ? changedText({ before, after, languages, say }) : NOTHING]
    }),
  )
  return { ...work, texts, aboutChanges: comparedAbout(work.text.about) }
}

const NOTHING: ChangedText = { texts: [], guidance: [], policy: null }
