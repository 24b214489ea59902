import { keyed } from '../keyed'
import type { ViewOptions } from '../options'
import type { ShownBlock } from '../shownBlock'
import { fieldText, titleOf } from './fieldText'
import type { ViewGiven } from './viewGiven'

/** A procedure in numbered steps: what is done, by whom, until when. */
export function StepsView({ block, options }: ViewGiven) {
  const { t, wordsLang } = options
  const entries: readonly ShownBlock[] = block.children
  const title = titleOf(block)
  return (
    <div className="steps">
      {title && <p className="block-title">{title}</p>}
      <ol className="path" aria-label={title || undefined}>
        {keyed(entries).map(({ key, one: entry }) => {
          const who = fieldText(entry, 'who')
          const deadline = fieldText(entry, 'deadline')
          return (
            <li key={key}>
              <p>{fieldText(entry, 'what')}</p>
              {(who || deadline) && (
                <dl className="facts small">
                  {who && <Fact name={t('reader.step-who')} lang={wordsLang} words={who} />}
                  {deadline && <Fact name={t('reader.step-deadline')} lang={wordsLang} words={deadline} />}
                </dl>
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

function Fact({ name, lang, words }: { name: string; lang: ViewOptions['wordsLang']; words: string }) {
  return (
    <div>
      <dt lang={lang}>{name}</dt>
      <dd>{words}</dd>
    </div>
  )
}
