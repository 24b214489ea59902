import type { FieldChange } from '@/domain/diff/change'
import type { Translator } from '@/messages/translate'
import { Blocks } from './Blocks'
import type { Manner } from './manner'
import { setWord } from './setWord'
import { Marked, Words } from './Words'

/**
 * One field of a section with its differences in place. The title and the sets are shown only where they changed: the page
 * has them anyway. An empty field is not shown.
 */
export function FieldDifference({ field, manner, id }: { field: FieldChange; manner: Manner; id?: string }) {
  const isSame = field.status === 'same'
  if (field.kind === 'set') return isSame ? null : <SetDifference field={field} manner={manner} id={id} />
  if (isSame && (manner.only || field.field === 'title')) return null
  if (field.kind === 'text') {
    if (field.segments.length === 0) return null
    return (
      <div id={id}>
        {isSame ? null : <FieldLabel field={field} manner={manner} />}
        <p className={field.field === 'summary' ? 'lead' : undefined}>
          <Words segments={field.segments} manner={manner} />
        </p>
      </div>
    )
  }
  if (field.blocks.length === 0) return null
  return (
    <>
      {field.field === 'addition' ? <FieldLabel field={field} manner={manner} /> : null}
      <Blocks blocks={field.blocks} departed={field.departed} manner={manner} />
    </>
  )
}

/** What the field is called, where we have a word for it. */
export function fieldWord({ field, t }: { field: string; t: Translator }): string {
  const names = ['title', 'summary', 'body', 'addition', 'audiences', 'stages'] as const
  const known = names.find((name) => name === field)
  return known ? t(`diff.section.${known}`) : field
}

function FieldLabel({ field, manner }: { field: FieldChange; manner: Manner }) {
  return (
    <p className="label" lang={manner.wordsLang}>
      {fieldWord({ field: field.field, t: manner.t })}
    </p>
  )
}

type SetGiven = { field: FieldChange & { kind: 'set' }; manner: Manner; id?: string }

function SetDifference({ field, manner, id }: SetGiven) {
  const word = (value: string) => setWord({ field: field.field, value, t: manner.t })
  return (
    <div id={id} lang={manner.wordsLang}>
      <FieldLabel field={field} manner={manner} />
      <ul>
        {manner.only ? null : field.kept.map((value) => <li key={value}>{word(value)}</li>)}
        {field.removed.map((value) => (
          <li key={value}>
            <Marked status="removed" manner={manner}>
              {word(value)}
            </Marked>
          </li>
        ))}
        {field.added.map((value) => (
          <li key={value}>
            <Marked status="added" manner={manner}>
              {word(value)}
            </Marked>
          </li>
        ))}
      </ul>
    </div>
  )
}
