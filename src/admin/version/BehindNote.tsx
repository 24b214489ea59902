import type { Translator } from '@/messages/translate'
import { sectionAddress } from '../words/addresses'
import { ChangeClassStatus } from '../words/ChangeClassStatus'
import { languageName } from '../words/languageName'
import type { BehindSection } from './behindSections'

/** Which translations lag behind the common text in what is sent, approved or published, the most important change first. */
export function BehindNote({ behind, say }: { behind: readonly BehindSection[]; say: Translator }) {
  if (behind.length === 0) return null
  const urgent = behind.filter((one) => one.class === 'urgent').length
  return (
    <div className="note stack-s">
      <p>
        <strong>{say('admin.behind.title', { count: behind.length, urgent })}</strong> {say('admin.behind.what')}
      </p>
      <ul className="plain-list">
        {behind.map(({ variant, key, name, lang, language, count, class: of }) => (
          <li key={`${key}-${language}`}>
            {of ? (
              <>
                <ChangeClassStatus of={of} word={say(`words.change-class.${of}`)} />{' '}
              </>
            ) : null}
            <a href={sectionAddress({ variant, key, language })} lang={lang}>
              {name}
            </a>{' '}
            <span className="muted">
              {languageName(say, language)}, {say('admin.behind.paragraphs', { count })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
