import { type FieldName, kindsOf, rowOf, TONES, WEIGHTS } from '../domain/richText/blockKinds'
import type { Translator } from './translate'

/** The words of ours in a Word file with the text of a toolkit. */
export function wordLabels(say: Translator) {
  const names = kindsOf('entries', 'record').flatMap((kind) => rowOf(kind).fields ?? []) as FieldName[]
  return {
    contents: say('report.contents'),
    addition: say('diff.section.addition'),
    additionEnd: say('report.addition-end'),
    weight: say('diff.field.weight'),
    tones: byName(TONES, (tone) => say(`words.tone.${tone}`)),
    weights: byName(WEIGHTS, (weight) => say(`words.weight.${weight}`)),
    fields: byName(names, (name) => say(`diff.field.${name}`)),
  }
}

function byName<Name extends string>(names: readonly Name[], of: (name: Name) => string): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, string>
}
