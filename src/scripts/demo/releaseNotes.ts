import type { ChangeClass, ChangeNote } from '@/domain/changeNote'
import type { ManifestEntry } from '@/domain/release'

type Said = {
  class: ChangeClass
  note: string
  /** How many days the countries have for their decision, if not as many as for others of the class. */
  days?: number
}

/** The section whose change is to be decided first: its last day is over before the sample is complete. */
export const FIRST_TO_DECIDE = 'special-procedural-guarantees'

/** What the coordinator says of each section that the sample's release 2.0 changes, by its address. */
const SAID: Record<string, Said> = {
  'special-needs': {
    class: 'clarification',
    note: 'The new directive speaks of applicants with special needs, no longer of vulnerable persons. The duty is the same. Check the words that your law uses.',
  },
  'registration-and-lodging': {
    class: 'substantive',
    note: 'Regulation (EU) 2024/1348 sets new deadlines: 5 days to register and 21 days to lodge (sample). Give your own deadlines if they are shorter.',
  },
  'assess-special-needs': {
    class: 'urgent',
    note: 'Never assess in front of a companion: exploiters came along and interpreted. Say so in your text at once. The assessment now has a limit of 30 days (sample).',
  },
  [FIRST_TO_DECIDE]: {
    class: 'urgent',
    note: 'An accelerated or border procedure ends as soon as support cannot be given in it, and legal counselling begins with the first step. Victims are in such procedures now, so please decide within a week.',
    days: 7,
  },
  'new-deadlines-at-a-glance': {
    class: 'substantive',
    note: 'New section: the old and the new deadlines side by side. Put in those of your law, or say that you do not use the section.',
  },
  housing: {
    class: 'substantive',
    note: 'The needs for housing are assessed within 30 days (sample), and every place now needs rules against violence and trained staff at night. Ask your centres whether they have both.',
  },
  'referral-paths': {
    class: 'clarification',
    note: 'The path says more clearly by when each step is done, and what goes into the referral. If you have your own path, check its deadlines.',
  },
  'further-reading': {
    class: 'editorial',
    note: 'New sources in the place of the directives of 2013. Nothing to do.',
  },
}

/** How many days the countries have for their decision. */
const DAYS: Record<ChangeClass, number | null> = { urgent: 28, substantive: 42, clarification: 63, editorial: null }

/** The notes of the sample's release 2.0. The days for decisions count from `today`: a day that is over is refused. */
export function noteOfSample(today: Date): (section: ManifestEntry) => Omit<ChangeNote, 'key'> {
  return ({ slug }) => {
    const said = SAID[slug]
    if (!said) throw new Error(`The sample says nothing about the change of ${slug}`)
    const { days = DAYS[said.class], ...note } = said
    return { ...note, decideBy: days === null ? null : dayAfter(today, days) }
  }
}

function dayAfter(date: Date, days: number): string {
  const later = new Date(date)
  later.setUTCDate(later.getUTCDate() + days)
  return later.toISOString().slice(0, 10)
}
