import type { FieldChange } from '@/domain/diff/diff'
import { SECTION_FIELDS } from '@/domain/section'
import type { Translator } from '@/messages/translate'
import { Blocks } from './blocks/Blocks'
import { Marked } from './Marked'
import { numberingOf } from './numbering'
import type { ViewOptions } from './options'
import { setWord } from './setWord'
import { Words } from './Words'

/**
 * One field of a section with its differences in place. The title and the sets are shown only if they changed, because
 * the page shows them anyway. An empty field is not shown.
 */
export function FieldDifference({ field, options, id }: { field: FieldChange; options: ViewOptions; id?: string }) {
  const isSame = field.status === 'same'
  if (field.kind === 'set') return isSame ? null : <SetDifference field={field} options={options} id={id} />
  if (isSame && (options.only || field.field === 'title')) return null
  if (field.kind === 'text') {
    if (field.segments.length === 0) return null
    return (
      <div id={id}>
        {isSame ? null : <FieldLabel field={field} options={options} />}
        <p className={field.field === 'summary' ? 'lead' : undefined}>
          <Words segments={field.segments} options={options} />
        </p>
      </div>
    )
  }
  if (field.blocks.length === 0) return null
  const numbering = numberingOf({ blocks: field.blocks, topLevel: options.topLevel })
  return (
    <>
      {field.field === 'addition' ? <FieldLabel field={field} options={options} /> : null}
      <Blocks blocks={field.blocks} moveSources={field.moveSources} options={{ ...options, numbering }} />
    </>
  )
}

/** The name of the field, if we have one. */
export function fieldWord({ field, t }: { field: string; t: Translator }): string {
  const known = SECTION_FIELDS.find(({ name }) => name === field)
  return known ? t(`diff.section.${known.name}`) : field
}

function FieldLabel({ field, options }: { field: FieldChange; options: ViewOptions }) {
  return (
    <p className="label" lang={options.wordsLang}>
      {fieldWord({ field: field.field, t: options.t })}
    </p>
  )
}

type SetGiven = { field: FieldChange & { kind: 'set' }; options: ViewOptions; id?: string }

function SetDifference({ field, options, id }: SetGiven) {
  const word = (value: string) => setWord({ field: field.field, value, t: options.t })
  return (
    <div id={id} lang={options.wordsLang}>
      <FieldLabel field={field} options={options} />
      <ul>
        {options.only ? null : field.kept.map((value) => <li key={value}>{word(value)}</li>)}
        {field.removed.map((value) => (
          <li key={value}>
            <Marked status="removed" options={options}>
              {word(value)}
            </Marked>
          </li>
        ))}
        {field.added.map((value) => (
          <li key={value}>
            <Marked status="added" options={options}>
              {word(value)}
            </Marked>
          </li>
        ))}
      </ul>
    </div>
  )
}
