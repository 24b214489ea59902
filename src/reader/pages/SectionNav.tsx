import type { RichText } from '@/domain/richText/richText'
import { SignIcon } from '@/icons/SignIcon'
import { translatorFor } from '@/messages/translate'
import { numberingOf } from '@/textView/numbering'
import { SaidWords } from '../frame/SaidWords'
import { type OutlineEntry, partsOf } from '../outline'
import type { SectionView } from '../sectionView'
import { pathIn, type VersionView } from '../versionView'

/** The navigation in the toolkit: the part that contains this section, and the other parts. */
export function SectionNav({ view }: { view: SectionView }) {
  const { version, here, outline } = view
  const say = translatorFor(version.language)
  const parts = partsOf(outline)
  const own = parts.find(({ head, entries }) => head?.key === here.key || entries.some(({ key }) => key === here.key))
  const others = parts.filter((part) => part !== own).flatMap(({ head, entries }) => (head ? [head] : entries))
  const link = (entry: OutlineEntry) => (
    <li key={entry.key}>
      <a href={pathIn(version, { section: entry.slug })} aria-current={entry.key === here.key ? 'page' : undefined}>
        {entry.number} <SaidWords said={entry.title} />
      </a>
    </li>
  )
  return (
    <ul className="toc">
      {own?.head && link(own.head)}
      {own?.entries.filter(({ mode, key }) => mode !== 'omit' || key === here.key).map(link)}
      {others.length > 0 && <li className="part">{say('reader.other-parts')}</li>}
      {others.map(link)}
    </ul>
  )
}

/** Links to the headings of the page, and to its comparison with the common framework. */
export function OnThisPage({ view }: { view: SectionView }) {
  const { version, body, addition, additionAt, mode, here, below } = view
  const say = translatorFor(version.language)
  const topOf = (blocks: RichText) =>
    mode === 'omit'
      ? []
      : [...numberingOf({ blocks, topLevel: 2 }).headings.values()].filter(({ level }) => level === 2)
  const top = topOf(body?.value ?? [])
  const before = additionAt === undefined ? top.length : topOf(body?.value.slice(0, additionAt) ?? []).length
  const links = top.map(({ id, words }) => (
    <li key={id} lang={body?.standsIn ? body.language : undefined}>
      <a href={`#${id}`}>{words}</a>
    </li>
  ))
  return (
    <details className="contents">
      <summary>{say('reader.on-this-page')}</summary>
      <nav className="otp" aria-label={say('reader.on-this-page')}>
        <p className="label" aria-hidden="true">
          {say('reader.on-this-page')}
        </p>
        <ul className="toc small">
          {links.slice(0, before)}
          {mode !== 'omit' && addition && (
            <li>
              <a href="#addition">{say('reader.added', { by: version.words.by })}</a>
            </li>
          )}
          {links.slice(before)}
          {below.length > 0 && (
            <li>
              <a href="#below">{say('reader.in-this-part')}</a>
            </li>
          )}
          <li>
            <a href="#cite">{say('reader.cite')}</a>
          </li>
        </ul>
      </nav>
      {!version.isCommon && (
        <ul className="tools small upright">
          <li>
            <a href={pathIn(version, { section: here.slug, compare: true })}>
              <SignIcon sign="compare" /> {say('reader.compare-with-common')}
            </a>
          </li>
        </ul>
      )}
    </details>
  )
}

export function SectionLinks({ entries, version }: { entries: readonly OutlineEntry[]; version: VersionView }) {
  return (
    <ul className="toc small">
      {entries.map((entry) => (
        <li key={entry.key}>
          <a href={pathIn(version, { section: entry.slug })}>
            {entry.number} <SaidWords said={entry.title} />
          </a>
        </li>
      ))}
    </ul>
  )
}
