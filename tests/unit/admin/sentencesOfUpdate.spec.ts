import { describe, expect, test } from 'vitest'
import { firstChoice, updateCards } from '@/admin/updates/updateCards'
import type { Language } from '@/domain/language'
import { updateOf } from '@/domain/updates/updates'
import { translatorFor } from '@/messages/translate'
import { baseOf, ownOf, p } from '../domain/sections'

/** A text: its summary and, by their ids, its paragraphs. */
type Said = { summary?: string } & Record<string, string>

type Case = { language?: Language; common: Said; ours: Said; newest: Said }

function contentOf({ summary = '', ...body }: Said, language: Language) {
  const blocks = Object.entries(body).map(([id, words]) => p(words, id))
  return { body: { [language]: blocks }, summary: { [language]: summary } }
}

/** Returns what is chosen beforehand, and what the combination of both texts does. */
function combination({ language = 'en', common, ours, newest }: Case) {
  return saidOf({
    language,
    common,
    newest,
    own: ownOf('k', { mode: 'adapt', reason: 'other', ...contentOf(ours, language) }),
  })
}

function saidOf({ language = 'en', common, own, newest }: Omit<Case, 'ours'> & { own: ReturnType<typeof ownOf> }) {
  const sides = {
    base: baseOf('k', contentOf(common, language)),
    newest: baseOf('k', contentOf(newest, language)),
    own,
    languages: [language],
    sourceLanguage: language,
  }
  const update = updateOf(sides)
  if (!update) throw new Error('Nothing waits.')
  const waiting = { sides, together: null, update }
  const cards = updateCards({ waiting, names: {}, language: 'en', say: translatorFor('en') })
  return { first: firstChoice(waiting), does: cards.find(({ choice }) => choice === 'combine')?.does }
}

const ASK = 'Ask what the person needs now.'
const NOTE = 'Write down what you agreed.'
const office = (city: string, until: number, to = '') =>
  `The office in ${city} gives free legal advice on weekdays from 9 to ${until} without an appointment${to}.`
const stay = (who: string, days: number) =>
  `${who} can stay in the shelter for ${days} days and then asks the ministry for an extension.`
const appeal = (days: number) => `The person can appeal to the court within ${days} days after the decision.`

const arrest = (within: string) => `The police tell the embassy about the arrest of the person within ${within}`
const GUARDIAN = ', and the court names a guardian for each child of the person in the country.'
const buero = (city: string) =>
  `Das Büro in ${city} berät Betroffene an Werktagen von 9 bis 15 Uhr kostenlos und ohne Termin`

const BACK = 'comes back'
const STAYS = 'stays in our text'
const TWICE = 'more than once'

describe('the combination says that a sentence comes back, and is not chosen beforehand, where', () => {
  test.each<[string, Case]>([
    [
      'two sentences that we left out are one now',
      {
        common: {
          a: ASK,
          b: 'The office in Athens gives free legal advice on every day of the week.',
          c: 'A doctor of the clinic sees each person who asks for it within one hour.',
        },
        ours: { a: ASK },
        newest: {
          a: ASK,
          summary:
            'The office in Athens gives free legal advice on every day of the week, and a doctor of the clinic sees each person who asks for it within one hour.',
        },
      },
    ],
    [
      'it stands in the summary too, with other hours, and ours has one like it',
      {
        common: { a: ASK, p: office('Patras', 15), z: office('Athens', 17) },
        ours: { a: ASK, p: office('Patras', 15) },
        newest: { a: ASK, p: office('Patras', 15), z: office('Athens', 17), summary: office('Athens', 16) },
      },
    ],
    [
      'it stands in the summary too, with the hours of one like it of ours',
      {
        common: { a: ASK, p: office('Patras', 15), z: office('Athens', 17) },
        ours: { a: ASK, p: office('Patras', 15) },
        newest: { a: ASK, p: office('Patras', 15), z: office('Athens', 17), summary: office('Athens', 15) },
      },
    ],
    [
      'it stands in the summary as it was, within a longer one',
      {
        common: { a: ASK, z: 'The police tell the embassy about the arrest of the person.' },
        ours: { a: ASK },
        newest: {
          a: ASK,
          summary:
            'The police tell the embassy about the arrest of the person, and the court names a guardian for each child.',
        },
      },
    ],
    ...(
      [
        ['with another deadline', 'en', `${arrest('one day')}.`, `${arrest('three days')}${GUARDIAN}`],
        ['with another deadline in figures', 'en', `${arrest('3 days')}.`, `${arrest('2 days')}${GUARDIAN}`],
        [
          'with another deadline',
          'de',
          'Die Behörde meldet jede Person ohne Papiere innerhalb von drei Tagen an das Ministerium.',
          'Die Behörde meldet jede Person ohne Papiere innerhalb von zwei Tagen an das Ministerium, das dann über die Unterbringung entscheidet.',
        ],
        [
          'with another authority',
          'fr',
          'La préfecture transmet le nom de chaque victime à la police dans les huit jours.',
          'Depuis la réforme entrée en vigueur en mai, la préfecture transmet le nom de chaque victime à la gendarmerie dans les huit jours.',
        ],
        [
          'with another deadline',
          'el',
          'Η αστυνομία ενημερώνει την πρεσβεία για τη σύλληψη του ατόμου μέσα σε μία ημέρα.',
          'Η αστυνομία ενημερώνει την πρεσβεία για τη σύλληψη του ατόμου μέσα σε δύο ημέρες και το δικαστήριο ορίζει επίτροπο.',
        ],
        [
          'with a source in brackets',
          'de',
          'Die Frist für die Beschwerde beim Verwaltungsgericht beträgt zwei Wochen.',
          'Die Frist für die Beschwerde (§ 74 VwGO) beim Verwaltungsgericht beträgt zwei Wochen, in Eilfällen eine Woche.',
        ],
        [
          'with another time and words on both sides',
          'en',
          'The police keep the passport for two weeks.',
          'Since the reform of May the police keep the passport for three weeks, and the court is told at once.',
        ],
        [
          'joined from two short ones',
          'en',
          'The ministry takes the passport. The police keep a copy.',
          'The ministry takes the passport and the police keep a copy until the court decides about the claim.',
        ],
      ] as const
    ).map(([how, language, left, summary]): [string, Case] => [
      `it stands in the summary within a longer one, ${how}: ${language}`,
      { language, common: { a: ASK, z: left }, ours: { a: ASK }, newest: { a: ASK, summary } },
    ]),
    [
      'it is short, and stands in the summary as it was, within a longer one',
      {
        common: { a: ASK, z: 'The person must tell the police everything.' },
        ours: { a: ASK },
        newest: {
          a: ASK,
          summary: 'The person must tell the police everything and the ministry must hear of it too.',
        },
      },
    ],
    [
      'it stands in the summary, without the soft hyphens in its words',
      {
        language: 'de',
        common: {
          a: ASK,
          z: 'Eine Auf\u00adent\u00adhalts\u00ader\u00adlaub\u00adnis gibt es nur nach der Aus\u00adsa\u00adge.',
        },
        ours: { a: ASK },
        newest: { a: ASK, summary: 'Eine Aufenthaltserlaubnis gibt es nur nach der Aussage.' },
      },
    ],
    [
      'it stands in the summary too, within a longer one',
      {
        common: { a: ASK, z: `${arrest('one day')}.` },
        ours: { a: ASK },
        newest: { a: ASK, z: `${arrest('one day')}.`, summary: `${arrest('one day')}${GUARDIAN}` },
      },
    ],
    [
      'it stands in the summary within a longer one, and ours has one like it',
      {
        language: 'de',
        common: { a: ASK, g: `${buero('Graz')}.`, z: `${buero('Wien')}.` },
        ours: { a: ASK, g: `${buero('Graz')}.` },
        newest: {
          a: ASK,
          g: `${buero('Graz')}.`,
          summary: `${buero('Wien')}, und eine Ärztin kommt an jedem Mittwoch und an jedem Freitag zu den Frauen.`,
        },
      },
    ],
    ...(
      [
        ['en', 'Tell the person now.', '2 days are left.'],
        ['en', 'Bring your passport.', 'e-mail us first.'],
        ['de', 'Rufen Sie an.', '116006 ist kostenlos.'],
        ['el', 'Μιλήστε του τώρα.', '30 ημέρες έχει μόνο.'],
      ] as const
    ).map(([language, before, left]): [string, Case] => [
      `it begins with a number or a small letter behind a short word: ${left}`,
      {
        language,
        common: { a: ASK, z: `${before} ${left}` },
        ours: { a: ASK, z: before },
        newest: { a: ASK, z: before, summary: left },
      },
    ]),
    [
      'it stands behind another one now, and begins with a number behind a short word',
      {
        common: { a: ASK, z: '2 days are left.' },
        ours: { a: ASK },
        newest: { a: ASK, summary: 'Tell the person now. 2 days are left.' },
      },
    ],
  ])('%s', (_, texts) => {
    const { first, does } = combination(texts)
    expect(does).toContain(BACK)
    expect(first).toBe(null)
  })
})

describe('the combination does not say that a sentence comes back where', () => {
  test.each<[string, Case]>([
    [
      'we and the common framework each made another one longer',
      {
        common: { a: ASK, z: 'The police tell the embassy about the arrest of the person.' },
        ours: { a: ASK, z: 'In Ireland the police tell the embassy about the arrest of the person.' },
        newest: { a: ASK, z: 'The police tell the embassy about the arrest of the person within a day.' },
      },
    ],
    [
      'a new one is as like one that we edited as it is like one that we left out',
      {
        common: { p: office('Athens', 15, ' to women'), z: office('Patras', 17, ' to women') },
        ours: { n: 'Yes.', p: office('Athens', 15, ' to women'), z: office('Patras', 15, ' to all') },
        newest: {
          p: office('Athens', 15, ' to women'),
          z: office('Volos', 17, ' to all'),
          summary: office('Volos', 17, ' to all'),
        },
      },
    ],
    [
      'both edited another part of one sentence, and we left out another one',
      {
        common: { p: office('Volos', 15, ' to women'), c: 'Call 112.' },
        ours: { p: office('Volos', 17, ' to women') },
        newest: { p: office('Volos', 15, ' to all'), c: 'Call 112.' },
      },
    ],
    [
      'one of ours comes with the number of one that we left out and that stays in the common text',
      {
        common: { c: stay('A child', 60), a: stay('An adult', 90) },
        ours: { c: stay('A child', 60) },
        newest: { c: `${stay('A child', 90)} ${stay('An adult', 90)}` },
      },
    ],
    [
      'one about another office is new, and the one that we left out stays in the common text',
      {
        common: { p: office('Patras', 15), z: office('Athens', 15) },
        ours: { p: office('Patras', 15) },
        newest: { p: office('Patras', 15), z: office('Athens', 15), summary: office('Volos', 15) },
      },
    ],
    [
      'a longer one about another office is new, and the one that we left out stays in the common text',
      {
        common: { a: ASK, z: office('Athens', 15) },
        ours: { a: ASK },
        newest: {
          a: ASK,
          z: office('Athens', 15),
          summary: office(
            'Volos',
            15,
            ', and a doctor of the clinic comes to see all women and children there each week',
          ),
        },
      },
    ],
    [
      'a longer one with another number is new, and the one that we left out stays in the common text',
      {
        common: { a: ASK, z: stay('An adult', 90) },
        ours: { a: ASK },
        newest: {
          a: ASK,
          z: stay('An adult', 90),
          summary: `${stay('A child', 120).slice(0, -1)} with the help of the guardian whom the court names within the first week.`,
        },
      },
    ],
    [
      'a longer one holds one of four words that we left out',
      {
        common: { a: ASK, z: 'Ask for a lawyer.' },
        ours: { a: ASK },
        newest: { a: ASK, summary: 'Say to each person that they can ask for a lawyer and need not pay anything.' },
      },
    ],
    [
      'most of a short one that we left out is in a longer one',
      {
        common: { a: ASK, z: 'The person tells the police their name.' },
        ours: { a: ASK },
        newest: {
          a: ASK,
          summary: 'The person tells the police nothing before a lawyer has come and knows their name.',
        },
      },
    ],
    [
      'we changed a number of it, and the common framework made it longer',
      {
        common: { a: ASK, z: `${arrest('one day')}.`, n: NOTE },
        ours: { a: ASK, z: `${arrest('three days')}.`, n: NOTE },
        newest: { a: ASK, z: `${arrest('one day')}${GUARDIAN}`, n: NOTE },
      },
    ],
    [
      'only the article that a new German sentence cites was in one that we left out',
      {
        language: 'de',
        common: { a: ASK, z: 'Eine Erlaubnis wird nach Art. 25 Abs. 4 nur bei Aussage erteilt.' },
        ours: { a: ASK },
        newest: {
          a: ASK,
          z: 'Eine Erlaubnis wird nach Art. 25 Abs. 4 nur bei Aussage erteilt.',
          y: 'Kinder bekommen Hilfe nach Art. 25 Abs. 4 Satz 2 ohne Bedingung.',
        },
      },
    ],
    [
      'only the article that a new French sentence cites was in one that is gone',
      {
        language: 'fr',
        common: { a: ASK, z: 'La carte est donnée après une plainte selon l’art. 425 du code.', n: NOTE },
        ours: { a: ASK, n: NOTE },
        newest: { a: ASK, n: NOTE, y: 'Les mineurs sont aidés sans condition par l’art. 425 du code.' },
      },
    ],
    [
      'only the article that a new Greek sentence cites was in one that we left out',
      {
        language: 'el',
        common: { a: ASK, z: 'Η άδεια δίνεται με το άρ. 61 παρ. 2 του ν. 4939/2022 μετά από μήνυση.' },
        ours: { a: ASK },
        newest: {
          a: ASK,
          z: 'Η άδεια δίνεται με το άρ. 61 παρ. 2 του ν. 4939/2022 μετά από μήνυση.',
          y: 'Τα παιδιά έχουν βοήθεια, δείτε άρ. 61 παρ. 5 χωρίς όρους.',
        },
      },
    ],
    [
      'only the days of another office are those of one that we left out',
      {
        language: 'de',
        common: { a: ASK, z: 'Caritas Wien, Mo. bis Fr. 9 bis 15 Uhr.' },
        ours: { a: ASK },
        newest: {
          a: ASK,
          z: 'Caritas Wien, Mo. bis Fr. 9 bis 15 Uhr.',
          y: 'Diakonie Linz, Mo. bis Fr. 10 bis 12 Uhr.',
        },
      },
    ],
  ])('%s', (_, texts) => {
    expect(combination(texts).does).not.toContain(BACK)
  })
})

describe('the combination says that a sentence stays, and is not chosen beforehand, where', () => {
  test('a short one with a name is removed that we have in the summary too', () => {
    const { first, does } = combination({
      common: { a: ASK, c: 'Write to Caritas now.' },
      ours: { a: ASK, c: 'Write to Caritas now.', summary: 'Write to Caritas now.' },
      newest: { a: ASK, n: NOTE },
    })
    expect(does).toContain(STAYS)
    expect(first).toBe(null)
  })

  test('one is removed that we have elsewhere, within a longer one', () => {
    const said = 'The police tell the embassy about the arrest of the person'
    const { first, does } = combination({
      common: { a: ASK, c: `${said}.` },
      ours: {
        a: ASK,
        summary: `${said}, and in Ireland the court also names a guardian for each child on the same day.`,
      },
      newest: { a: ASK, n: NOTE },
    })
    expect(does).toContain(STAYS)
    expect(first).toBe(null)
  })

  test.each<[string, Case]>([
    [
      'one is removed that we have elsewhere, within a longer one and with another deadline',
      {
        common: { a: ASK, c: `${arrest('1 day')}.` },
        ours: { a: ASK, summary: `${arrest('3 days')}${GUARDIAN}` },
        newest: { a: ASK },
      },
    ],
    [
      'one is removed that we have elsewhere, within a longer one and with its source in brackets',
      {
        language: 'de',
        common: { a: ASK, c: 'Die Frist für die Beschwerde beim Verwaltungsgericht beträgt zwei Wochen.' },
        ours: {
          a: ASK,
          summary:
            'Die Frist für die Beschwerde (§ 74 VwGO) beim Verwaltungsgericht beträgt zwei Wochen, in Eilfällen eine Woche.',
        },
        newest: { a: ASK },
      },
    ],
    [
      'a short one is removed that we have elsewhere, within a longer one',
      {
        common: { a: ASK, c: 'Victims must testify before the criminal court.' },
        ours: {
          a: ASK,
          summary: 'In our country victims must testify before the criminal court and get help for it.',
        },
        newest: { a: ASK },
      },
    ],
    [
      'the deadline of one is changed that we have elsewhere, within a longer one',
      {
        common: { a: ASK, c: `${arrest('one day')}.` },
        ours: { a: ASK, summary: `${arrest('one day')}${GUARDIAN}` },
        newest: { a: ASK, c: `${arrest('three days')}.` },
      },
    ],
  ])('%s', (_, texts) => {
    const { first, does } = combination(texts)
    expect(does).toContain(STAYS)
    expect(first).toBe(null)
  })

  test('one that begins with a number behind a short word is removed, and we have it in the summary', () => {
    const { first, does } = combination({
      common: { a: ASK, c: 'Rufen Sie an. 112 is free for all.' },
      ours: { a: ASK, c: 'Rufen Sie an.', summary: '112 is free for all.' },
      newest: { a: ASK, c: 'Rufen Sie an.' },
    })
    expect(does).toContain(STAYS)
    expect(first).toBe(null)
  })

  test('a deadline is changed that our addition repeats', () => {
    const addition = `In our country too, t${appeal(30).slice(1)}`
    const own = { mode: 'supplement' as const, addition: { en: [p(addition, 'own')] } }
    const texts = { common: { a: ASK, c: appeal(30) }, newest: { a: ASK, c: appeal(15) } }
    const { first, does } = saidOf({ ...texts, own: ownOf('k', own) })
    expect(does).toContain(STAYS)
    expect(first).toBe(null)
  })
})

describe('the combination does not say that a sentence stays where', () => {
  test.each<[string, Case]>([
    [
      'one of ours is like one that the newest text has elsewhere',
      {
        common: { a: ASK, c: office('Athens', 15) },
        ours: { a: ASK, c: office('Athens', 15), summary: office('Athens', 17) },
        newest: { a: ASK, summary: office('Athens', 15, ' to women') },
      },
    ],
    [
      'one of ours shares only its last word with one that is removed',
      {
        common: { a: ASK, c: 'Explain to the person which rights they have in the country.' },
        ours: { a: ASK, summary: 'A child can stay for 90 days in each shelter of the country.' },
        newest: { a: ASK },
      },
    ],
    [
      'one of ours is as like one that stays as it is like one that is removed',
      {
        common: { b: office('Volos', 17, ' to all'), c: office('Volos', 15, ' to women') },
        ours: { c: office('Volos', 17, ' to women') },
        newest: { c: office('Volos', 15, ' to women') },
      },
    ],
    [
      'a single word is removed that we have elsewhere',
      { common: { a: ASK, b: 'Yes.' }, ours: { a: ASK, summary: 'Yes.' }, newest: { a: ASK } },
    ],
    [
      'we changed the name of an office that stays to that of one that is removed',
      {
        common: { a: ASK, b: office('Athens', 17), c: office('Patras', 15, ' to all') },
        ours: { a: ASK, b: office('Patras', 17) },
        newest: { a: ASK, b: office('Athens', 17) },
      },
    ],
    [
      'the newest text still has one within a longer one, as ours does',
      {
        common: { a: ASK, c: `${arrest('one day')}.`, n: NOTE },
        ours: { a: ASK, n: NOTE, summary: `${arrest('one day')}${GUARDIAN}` },
        newest: { a: ASK, c: `${arrest('one day')}, or the court does so if the police cannot do it.`, n: NOTE },
      },
    ],
    [
      'we have a longer one with another number beside one that is removed',
      {
        common: { a: ASK, c: stay('An adult', 90), n: NOTE },
        ours: {
          a: ASK,
          c: stay('An adult', 90),
          n: NOTE,
          own: `${stay('A child', 120).slice(0, -1)} with the help of the guardian whom the court names within the first week.`,
        },
        newest: { a: ASK, n: NOTE },
      },
    ],
    [
      'only the section of a law that ours cites too is in one that is changed',
      {
        common: { a: 'The person can stay under Sec. 5 para. 2 of the Act.' },
        ours: {
          a: 'The person can stay under Sec. 5 para. 2 of the Act.',
          own: 'Our courts apply Sec. 5 para. 7 to children too.',
        },
        newest: { a: 'The person can stay under the new law of May.' },
      },
    ],
    ...(
      [
        ['en', 'The person can stay under Sec. 5 of the Act.', 'Our courts apply Sec. 5 of the Act.'],
        [
          'en',
          'The person can stay under Sec. 5 of the Act on the Protection of Victims.',
          'Our courts in Dublin and Cork have said in many cases that they apply Sec. 5 of the Act on the Protection of Victims.',
        ],
        [
          'el',
          'Το άτομο μένει με το άρ. 61 του ν. 4939/2022.',
          'Τα παιδιά μένουν πάντα με το άρ. 61 του ν. 4939/2022.',
        ],
        [
          'en',
          'The person can stay under Sec. 5 of the Act of May.',
          'Our courts in Dublin and Cork have said in many cases that they apply Sec. 5 of the Act of May.',
        ],
        ['de', 'Hilfe gibt es nach § 13 Abs. 2 des Gesetzes.', 'Auch Kinder schützt Abs. 2 des Gesetzes.'],
      ] as const
    ).map(([language, removed, own]): [string, Case] => [
      `one of ours ends as one that is removed, behind an abbreviation: ${own}`,
      {
        language,
        common: { a: ASK, z: removed, n: NOTE },
        ours: { a: ASK, z: removed, n: NOTE, own },
        newest: { a: ASK, n: NOTE },
      },
    ]),
  ])('%s', (_, texts) => {
    expect(combination(texts).does).not.toContain(STAYS)
  })
})

describe('the combination does not say that a sentence stands more than once where', () => {
  test.each([
    ['Our courts apply Art. 4 of the Convention.', 'Doctors need no consent, see Art. 4 of the Convention.'],
    ['Our offices help too, e.g. with a doctor.', 'The shelters help you, e.g. with a doctor.'],
  ])('a new one ends as one of ours, behind an abbreviation: %s', (own, y) => {
    const texts = { common: { a: ASK, n: NOTE }, ours: { a: ASK, n: NOTE, own }, newest: { a: ASK, y, n: NOTE } }
    expect(combination(texts).does).not.toContain(TWICE)
  })
})
