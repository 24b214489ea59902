import { type Actor, DRAFTERS, hasRole, type Role } from '@/domain/actor'
import type { Language } from '@/domain/language'
import { isUnchanged } from '@/domain/nationalSave'
import type { Outcome } from '@/domain/refusal'
import { refuse } from '@/domain/refusal'
import { type BaseSection, untouched } from '@/domain/resolve'
import type { ChangeReason } from '@/domain/section'
import { loadBaseOf } from '@/stored/commonBase'
import { writersShownAnew } from '@/stored/textWriters'
import { loadVariant, loadVariantSection, type StoredVariantSection, type Variant } from '@/stored/variants'
import type { ActionContext } from './action'
import { assertPicturesAreHere } from './assertPicturesAreHere'
import { assertWithinLimits } from './assertWithinLimits'
import { fixedPartsChanged } from './fixedPartsChanged'
import { recordAuditEvent } from './recordAuditEvent'
import { assertSeen } from './refused'
import type { SectionWrite } from './sectionWrite'
import { stateAfter } from './stateAfter'
import { takePartInEdition } from './takePartInEdition'
import { translationOrigins } from './translationOrigins'

/** `takenBack`: the edition was sent or approved, and is a draft again. */
export type SectionSaved = {
  key: string
  rev: number
  takenBack?: true
  /** The stored reasons for single changes, if the write is about them. */
  changeReasons?: readonly ChangeReason[]
  /** How many of them were dropped, because their change is gone. */
  droppedReasons?: number
}

/** The stored section that is written, and its writer. */
export type SectionFacts = {
  actor: Actor
  base: BaseSection | null
  own: StoredVariantSection | null
  variant: Variant
  language: Language
}

type Seen = { variant: string; key: string; seen: number; language: Language }

/**
 * The frame of everything that a country does with one section: find it, refuse a stale revision, check the rules,
 * write it, add the writer to the edition and record it. `decide` says what to write, or why not. A write that changes a
 * part that the common framework fixes is refused, whatever `decide` says; and one that changes
 * nothing is refused: it must not take back an approval. Authors whose words become visible to readers by this write are
 * added too, so that nobody approves their own text because somebody else restored it.
 */
export async function changeVariantSection(
  context: ActionContext,
  { variant: id, key, seen, language }: Seen,
  decide: (facts: SectionFacts) => Outcome<SectionWrite> | Promise<Outcome<SectionWrite>>,
  roles: readonly Role[] = DRAFTERS,
): Promise<Outcome<SectionSaved>> {
  const { actor, req } = context
  const variant = await loadVariant({ req, id })
  if (!variant) return refuse('refusal.variant-unknown')
  const forbidden = mayNotWrite({ actor, roles, variant, language })
  if (forbidden) return forbidden
  const own = await loadVariantSection({ req, variant: id, key })
  const base = await loadBaseOf({ req, variant, key, own })
  if (!base && !own) return refuse('refusal.section-unknown')
  assertSeen({ seen, saved: savedRevision(own, language) })
  const outcome = await decide({ actor, base, own, variant, language })
  if (!outcome.ok) return outcome
  const write = outcome.result
  const before = own ?? untouched(key)
  const next = stateAfter({ own: before, write, language })
  const { languages } = variant
  const fixed = await fixedPartsChanged({ req, variant, base, before, after: next })
  if (fixed.length > 0) return { ok: false, because: fixed }
  const written = { req, base, languages, earlier: write.earlier ?? null }
  const { isTakenBack } = await takePartInEdition(context, variant, async (edition) => {
    const takingPart = [actor.userId, ...(edition?.contributors ?? [])]
    return own ? writersShownAnew({ ...written, own, next, edition, takingPart }) : []
  })
  const { standIns, translated } = next
  const translatedFrom = await translationOrigins({ req, variant, base, before, after: next, earlier: written.earlier })
  const stored = { ...write, data: { ...write.data, standIns, translated, translatedFrom } }
  const rev = await writeVariantSection(context, { variant, key, language, own, write: stored })
  // After the write, so that a text that is not valid is refused as such. A refusal rolls the write back.
  if (isUnchanged({ base, before, after: next, languages })) return refuse('refusal.bring-back-same')
  const { droppedReasons = 0 } = write
  const hasReasons = before.changeReasons.length > 0 || next.changeReasons.length > 0 || droppedReasons > 0
  return {
    ok: true,
    result: {
      ...{ key, rev },
      ...(isTakenBack ? { takenBack: true } : {}),
      ...(hasReasons ? { changeReasons: next.changeReasons } : {}),
      ...(droppedReasons > 0 ? { droppedReasons } : {}),
    },
  }
}

export function mayNotWrite({
  actor,
  roles,
  variant,
  language,
}: {
  actor: Actor
  roles: readonly Role[]
  variant: Variant
  language: Language
}): Outcome<never> | null {
  if (!hasRole({ actor, roles, country: variant.country })) return refuse('refusal.role-edit')
  if (!variant.languages.includes(language)) return refuse('refusal.language-not-used', { language })
  return null
}

/** The revision that a writer must have seen, and its words in the language that they write. */
export function savedRevision(own: StoredVariantSection | null, language: Language) {
  return {
    rev: own?.rev ?? 0,
    updatedAt: own?.updatedAt ?? '',
    updatedBy: own?.updatedBy ?? null,
    texts: {
      title: own?.title[language] ?? null,
      summary: own?.summary[language] ?? null,
      body: own?.body[language] ?? null,
      addition: own?.addition[language] ?? null,
    },
  }
}

/**
 * Stores the section in the language and records it. Returns the new revision.
 */
export async function writeVariantSection(
  context: ActionContext,
  {
    variant,
    key,
    language,
    own,
    write,
  }: {
    variant: Variant
    key: string
    language: Language
    own: StoredVariantSection | null
    write: SectionWrite
  },
): Promise<number> {
  const { payload, req } = context
  const alsoIn = write.alsoIn ?? []
  for (const { data } of [write, ...alsoIn]) assertWithinLimits(data)
  const texts = [write, ...alsoIn].flatMap(({ data }) => [data.body, data.addition])
  await assertPicturesAreHere(context, { texts, country: variant.country })
  const data = { ...write.data, partial: alsoIn.length > 0 }
  const locale = write.language ?? language
  const shared = { collection: 'variant-sections', depth: 0, overrideAccess: false, req } as const
  let stored = own
    ? await payload.update({ ...shared, id: own.id, locale, data })
    : await payload.create({
        ...shared,
        locale,
        data: { ...data, mode: data.mode ?? 'inherit', variant: variant.id, country: variant.country, key },
      })
  for (const [index, other] of alsoIn.entries()) {
    const more = { ...other.data, partial: index < alsoIn.length - 1 }
    stored = await payload.update({ ...shared, id: stored.id, locale: other.language, data: more })
  }
  for (const action of write.audits) {
    await recordAuditEvent({
      req,
      country: variant.country,
      action,
      subject: `variant-sections/${stored.id}`,
      details: { key, language, rev: stored.rev, ...write.details },
    })
  }
  return Number(stored.rev)
}
