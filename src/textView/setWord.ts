import { AUDIENCES, STAGES } from '@/domain/section'
import type { Translator } from '@/messages/translate'

/** The word for an audience or a stage of the procedure; an unknown value is shown as it is. */
export function setWord({ field, value, t }: { field: string; value: string; t: Translator }): string {
  const audience = AUDIENCES.find((one) => one === value)
  if (field === 'audiences' && audience) return t(`words.audience.${audience}`)
  const stage = STAGES.find((one) => one === value)
  return field === 'stages' && stage ? t(`words.stage.${stage}`) : value
}
