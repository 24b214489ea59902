import type { PayloadRequest } from 'payload'
import { fixedPartsForbid, hasFixedParts } from '@/domain/keptParts'
import type { Refusal } from '@/domain/refusal'
import { loadSourceLanguage } from '@/stored/toolkits'
import type { Variant } from '@/stored/variants'

type Write = Omit<Parameters<typeof fixedPartsForbid>[0], 'languages' | 'source'>

/** Returns why a national version may not store a text: the fixed parts that it would change (`fixedPartsForbid`). */
export async function fixedPartsChanged({
  req,
  variant,
  ...write
}: Write & { req: PayloadRequest; variant: Variant }): Promise<Refusal[]> {
  if (!hasFixedParts(write.base)) return []
  const source = await loadSourceLanguage({ req, variant })
  return fixedPartsForbid({ ...write, languages: variant.languages, source })
}
