import type { Block } from '@/domain/richText'
import { fieldText, titleOf } from './fieldText'
import type { Reading } from './reading'

/** A path in numbered steps: what is done, by whom, until when. */
export function StepsView({ block, reading }: { block: Block; reading: Reading }) {
  const { say } = reading
  const title = titleOf(block)
  return (
    <div className="steps">
      {title && <p className="block-title">{title}</p>}
      <ol className="path" aria-label={title || undefined}>
        {block.children.map((entry, index) => {
          const who = fieldText(entry, 'who')
          const deadline = fieldText(entry, 'deadline')
          return (
            <li key={entry.id || String(index)}>
              <p>{fieldText(entry, 'what')}</p>
              {(who || deadline) && (
                <dl className="facts small">
                  {who && <Fact name={say('reader.step-who')} words={who} />}
                  {deadline && <Fact name={say('reader.step-deadline')} words={deadline} />}
                </dl>
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

function Fact({ name, words }: { name: string; words: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </div>
  )
}
