import { describe, expect, it } from 'vitest'
import { mergeRichText, type Resolution, resolveRichText } from '@/domain/merge/merge'
import { block, type RichText, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'

/** A named text is the same one whatever it says, as the deadline of a step. */
function named(words: string): RichText {
  return [block('field', { id: 'a', attrs: { name: 'deadline' }, runs: [text(words)] })]
}

function merged({ base, ours, theirs }: { base: string; ours: string; theirs: string }) {
  const merge = mergeRichText({ base: named(base), ours: named(ours), theirs: named(theirs) })
  const decided = (answer: Resolution) => {
    const resolutions = Object.fromEntries(merge.conflicts.map(({ id }) => [id, answer]))
    return textOf(resolveRichText({ nodes: merge.nodes, resolutions }))
  }
  return { ...merge, decided }
}

const LONG =
  'https://www.ilo.org/dyn/natlex/natlex4.detail?p_lang=en&p_isn=95630&p_country=IRL&p_count=862&p_classification=22.04&p_classcount=three'

describe('a number, an address or the name of a law that both sides changed in different parts', () => {
  it.each([
    ['S.I. No. ', '230/2018', '230/2019', '178/2018'],
    ['Article ', '27(1)(a)', '27(1)(b)', '28(1)(a)'],
    ['Write to ', 'desk@eu.example', 'desk@ie.example', 'help@eu.example'],
    ['Read ', 'https://eu.example/a/b', 'https://eu.example/a/c', 'https://ie.example/a/b'],
    ['Call ', '+353 1 602 8008', '+353 1 602 9009', '+353 2 602 8008'],
    ['Within ', '21–30', '21–45', '14–30'],
    ['Write to ', 'desk@example.org', 'desk@other.org', 'desk@example.com'],
    ['Read ', 'www.example.org', 'www.other.org', 'www.example.com'],
    ['Article ', '12(a)(ii)', '12(b)(ii)', '12(a)(iii)'],
    ['See ', '230/2018', '230/2019', '178/2019'],
    ['See case ', 'C-69/21', 'C-69/22', 'C-70/21'],
    ['Article ', '27(1)(a)', '27(1)', '28(1)(a)'],
    ['Article ', '27(1)', '27(1)(b)', '28(1)'],
    ['Regulation ', '12/2009', '12/2009/EC', '13/2009'],
    ['Write to ', 'desk@eu.example.org', 'desk@example.org', 'help@eu.example.org'],
    ['Write to ', 'desk@example.org', 'desk.ie@example.org', 'desk@example.com'],
    ['Read ', 'https://eu.example/a', 'https://eu.example/a?x=1', 'https://ie.example/a'],
    ['Call ', '01 602 8008', '602 8008', '01 602 9009'],
    ['Open ', '10:30–12:00', '10:30', '9:30–12:00'],
    ['Call ', '(01) 602 8008', '(021) 602 8008', '(01) 602 9009'],
    ['Call ', '+353 (0)1 602 8008', '+44 (0)1 602 8008', '+353 (0)1 602 9009'],
    ['Call ', '+353 (0)1 602 8008', '+353 (0)2 602 8008', '+353 (0)1 602 9009'],
    ['Call ', '061 / 312 44 00', '044 / 312 44 00', '061 / 312 55 00'],
    ['S.I. No. ', '230 of 2018', '230 of 2019', '178 of 2018'],
    ['Article ', '27(1) (a)', '27(1) (b)', '28(1) (a)'],
    ['By ', '31 December 2025', '30 December 2025', '31 December 2026'],
    ['Bis zum ', '31. Dez. 2025', '30. Dez. 2025', '31. Dez. 2026'],
    ['Bis zum ', '31. Dezember 2025', '30. Dezember 2025', '31. Dezember 2026'],
    ['Antes del ', '31 de diciembre de 2025', '30 de diciembre de 2025', '31 de diciembre de 2026'],
    ['Μέχρι τις ', '31 Δεκεμβρίου 2025', '30 Δεκεμβρίου 2025', '31 Δεκεμβρίου 2026'],
    ['IBAN ', 'IE29 AIBK 9311 5212 3456 78', 'IE29 AIBK 9311 5212 3456 79', 'IE29 BOFI 9311 5212 3456 78'],
    ['Read ', LONG, LONG.replace('www', 'webapps'), LONG.replace('three', 'five')],
  ])('is one place with the whole of it: %s%s', (before, base, ours, theirs) => {
    const about = (name: string) => `${before}${name}, as everybody does.`
    const { conflicts, decided } = merged({ base: about(base), ours: about(ours), theirs: about(theirs) })
    expect(conflicts).toMatchObject([{ base, ours, theirs }])
    expect([decided('ours'), decided('theirs')]).toEqual([about(ours), about(theirs)])
    expect(decided('both')).toBe(about(`${ours} ${theirs}`))
  })

  it.each([
    ['within 30 days', 'within 30 to 60 days', 'within 20 to 30 days'],
    ['By December 31, 2025.', 'By December 30, 2025.', 'By December 31, 2026.'],
    ['within 30 days', 'within 30 days or 2 months', 'within 45 days'],
    ['You must always tell them.', 'You must tell them.', 'You must not always tell them.'],
  ])('is one place where each side added to one end of it: %s', (base, ours, theirs) => {
    const { conflicts, decided } = merged({ base, ours, theirs })
    expect(conflicts).toHaveLength(1)
    expect([decided('ours'), decided('theirs')]).toEqual([ours, theirs])
  })

  it('is no place where one side did what the other did, and changed another figure besides, whichever side that is', () => {
    const [base, one, both] = ['within 20 to 30 days', 'within 10 to 30 days', 'within 10 to 45 days']
    for (const given of [
      { ours: one, theirs: both },
      { ours: both, theirs: one },
    ])
      expect(merged({ base, ...given }).conflicts).toEqual([])
  })

  it('is two changes where numbers stand in two sentences, or in two statements of one', () => {
    const about = (days: string, year: string) => `It came in ${year}. ${days} days are enough, and 2 calls.`
    const given = { base: about('30', '2024'), ours: about('45', '2024'), theirs: about('30', '2025') }
    expect(merged(given)).toMatchObject({ conflicts: [] })
    const may = (day: string, days: string) => `Answer by ${day} May. ${days} days are enough then.`
    expect(merged({ base: may('31', '30'), ours: may('30', '30'), theirs: may('31', '45') }).conflicts).toEqual([])
    const times = (from: string, pages: string) => `From ${from}, ${pages} pages are read.`
    expect(
      merged({ base: times('2024', '30'), ours: times('2025', '30'), theirs: times('2024', '40') }).conflicts,
    ).toEqual([])
  })

  it('is no name where the text has no spaces between words: each change is one alone', () => {
    const about = (days: string, verb: string) => `寻求庇护的人在${days}天内${verb}申请保护。`
    const given = { base: about('30', '可以'), ours: about('45', '可以'), theirs: about('30', '必须') }
    expect(merged(given)).toMatchObject({ conflicts: [], checks: [{ text: about('45', '必须') }] })
  })

  it('is no place where only one side changed it, or both alike', () => {
    const [base, ours] = ['See S.I. No. 230/2018 today.', 'See S.I. No. 178/2019 today.']
    expect(merged({ base, ours, theirs: base })).toMatchObject({ conflicts: [], checks: [] })
    expect(merged({ base, ours, theirs: ours }).conflicts).toEqual([])
  })
})

describe('a sentence that both sides changed in several places, one of them in dispute', () => {
  const deadline = {
    base: 'before the personal interview',
    ours: 'within 30 working days after the request for protection',
    theirs: 'before the assessment of needs ends, and always before the personal interview',
  }

  it('is one place, and reads as the chosen side wrote it', () => {
    const { conflicts, decided } = merged(deadline)
    expect(conflicts).toMatchObject([{ ours: deadline.ours, theirs: deadline.theirs, base: deadline.base }])
    expect(decided('theirs')).toBe(deadline.theirs)
    expect(decided('ours')).toBe(deadline.ours)
  })

  it('leaves the other sentences as they are, merged where only one side changed them', () => {
    const about = (rest: string, more: string) => `Tell them who you are. ${rest} Write nothing down${more}.`
    const { conflicts, decided } = merged({
      base: about('The claim is registered within a month of the day on which it is made.', ''),
      ours: about('In Ireland the claim is registered within three days at the office of the day.', ''),
      theirs: about(
        'The claim must be registered within ten days of the day on which it is lodged.',
        ' about the family',
      ),
    })
    expect(conflicts).toHaveLength(1)
    const ours = about(
      'In Ireland the claim is registered within three days at the office of the day.',
      ' about the family',
    )
    expect(decided('ours')).toBe(ours)
    expect(decided('theirs')).toBe(
      about('The claim must be registered within ten days of the day on which it is lodged.', ' about the family'),
    )
  })

  it('names the paragraph to check if other sentences of it were taken from theirs', () => {
    const about = (days: string, more: string) => `Answer within ${days} days. Ask which of the ${more} you need.`
    const given = { base: about('30', 'two'), ours: about('20', 'two'), theirs: about('10', 'three') }
    const { checks, conflicts } = merged(given)
    expect(conflicts).toHaveLength(1)
    expect(checks).toMatchObject([{ kind: 'words', text: about('20', 'three') }])
    expect(merged({ ...given, theirs: about('10', 'two') }).checks).toEqual([])
  })

  it('stays one word where nothing else of the sentence was changed', () => {
    const { conflicts } = merged({
      base: 'The interview lasts one hour at most.',
      ours: 'The interview lasts half an hour at most.',
      theirs: 'The interview lasts two hours at most.',
    })
    expect(conflicts).toMatchObject([{ ours: 'half an hour', theirs: 'two hours' }])
  })

  it('is not cut at abbreviations, numbers, addresses, semicolons and quotation marks', () => {
    const sentences = [
      {
        base: 'Die Frist beträgt nach Art. 22 Abs. 3 der Richtlinie dreißig Tage ab der Antragstellung.',
        ours: 'Die Frist beträgt nach Art. 22 Abs. 5 der Richtlinie zwanzig Tage ab der Antragstellung.',
        theirs: 'Die Frist beträgt nach Art. 24 Abs. 3 der Richtlinie zehn Tage ab der Registrierung.',
      },
      {
        base: 'Register within 30 days (see S.I. No. 230 of 2018, para. 4) and tell the lawyer.',
        ours: 'Register within 20 days (see S.I. No. 230 of 2018, para. 4) and tell the council.',
        theirs: 'Register within 10 days (see S.I. No. 230 of 2018, para. 4) and never tell the lawyer.',
      },
      {
        base: 'Fill in www.office.example/form.pdf within 30 days; if it is not a child, within three months.',
        ours: 'Fill in www.office.example/form.pdf within 20 days; if it is not a child, within three months.',
        theirs: 'Fill in www.council.example/form.pdf within 10 days; if it is a child, within three months.',
      },
    ]
    for (const given of sentences) {
      const { decided } = merged(given)
      expect([decided('ours'), decided('theirs')]).toEqual([given.ours, given.theirs])
    }
  })

  it('ends where a block ends that one side split', () => {
    const whole = (days: number, place: string) =>
      `Tell the person who you are. Register the claim within ${days} days at the office of the ${place}. Write it down.`
    const [first, ...others] = whole(20, 'town').split(/(?<=are\.) /)
    const ours = [first ?? '', others.join(' ')].map((words, at) =>
      block('paragraph', { id: at === 0 ? 'a' : 'b', runs: [text(words)] }),
    )
    const of = (words: string) => [block('paragraph', { id: 'a', runs: [text(words)] })]
    const merge = mergeRichText({ base: of(whole(30, 'state')), ours, theirs: of(whole(10, 'council')) })
    for (const answer of ['ours', 'theirs'] as const) {
      const resolutions = Object.fromEntries(merge.conflicts.map(({ id }) => [id, answer]))
      const blocks = resolveRichText({ nodes: merge.nodes, resolutions }).map((one) => textOf([one]))
      const said = answer === 'ours' ? whole(20, 'town') : whole(10, 'council')
      expect(blocks).toEqual(['Tell the person who you are.', said.slice(said.indexOf('Register'))])
    }
  })
})
