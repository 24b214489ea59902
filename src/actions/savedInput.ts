import type { OwnField, SectionText } from '@/domain/section'
import { toLexical } from '@/lexical/toLexical'
import type { NationalInput } from './saveNationalSection'

/** These fields of a text as `save-national-section` takes them. */
export function savedInput({
  text: { title, summary, body, addition },
  changed,
}: {
  text: Pick<SectionText, OwnField>
  changed: readonly OwnField[]
}): Partial<Pick<NationalInput, OwnField>> {
  return {
    ...(changed.includes('title') ? { title } : {}),
    ...(changed.includes('summary') ? { summary } : {}),
    ...(changed.includes('body') ? { body: toLexical(body) } : {}),
    ...(changed.includes('addition') ? { addition: toLexical(addition) } : {}),
  }
}
