import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Decisions } from '@/admin/importing/Decisions'
import { GoneSections } from '@/admin/importing/GoneSections'
import { readImportAnswer, type ShownPreview } from '@/admin/importing/importAnswer'
import { SectionDetail } from '@/admin/importing/SectionDetail'
import type { Answered, Choices } from '@/admin/importing/sendDocument'
import { translatorFor } from '@/messages/translate'

const t = translatorFor('en')
const nothing = () => {}
const NOTHING_TYPED = { of: () => undefined, type: nothing }

const DECISION = { id: 'k/body/1@a', kind: 'words', ours: 'ours', theirs: 'theirs', answers: ['ours', 'theirs', 'own'] }

/** A preview as the server sends it: both sides changed one section, and another is removed without a question. */
function preview(): ShownPreview {
  const section = { key: 'k', index: 0, title: 'Assess', status: 'changed', decisions: [DECISION], stays: 'k/stays@a' }
  const gone = { key: 'g', id: 'g/gone@b', title: 'Refer', goes: true, decisions: [] }
  const answer = readImportAnswer({ ok: true, result: { sections: [section], gone: [gone] } })
  if (answer.kind !== 'preview') throw new Error('This is no preview')
  return answer.preview
}

const TAKEN_BACK = />Undo</g
const backs = (markup: string) => markup.match(TAKEN_BACK)?.length ?? 0

it('a place about the details of a step shows each detail, however long the first one is', () => {
  const long = 'Register the application of the person '.repeat(9).trim()
  const sides = { base: '', ours: `${long}\n3 working days`, theirs: `${long}\n10 working days` }
  const html = renderToStaticMarkup(
    <Decisions
      decisions={[{ ...DECISION, kind: 'value', about: 'details', answers: ['ours', 'theirs'], ...sides }]}
      resolutions={{}}
      isWriting={false}
      ownWords={NOTHING_TYPED}
      t={t}
      onAnswer={nothing}
    />,
  )
  expect(html).toContain('… · 3 working days')
  expect(html).toContain('… · 10 working days')
})

describe('an answer in the preview of an import can be undone', () => {
  const answers: Answered[] = ['ours', 'theirs', { text: 'own words' }]

  it.each(answers)('in a place that both sides changed: %j', (answer) => {
    const shown = (resolutions: Choices['resolutions']) =>
      renderToStaticMarkup(
        <Decisions
          decisions={preview().sections[0]?.decisions ?? []}
          resolutions={resolutions}
          isWriting={false}
          ownWords={NOTHING_TYPED}
          t={t}
          onAnswer={nothing}
        />,
      )
    expect(backs(shown({}))).toBe(0)
    expect(backs(shown({ [DECISION.id]: answer }))).toBe(1)
    expect(shown({ 'k/body/1@another': answer })).toBe(shown({}))
  })

  it.each<Answered>(['ours', 'theirs'])('for a section that is missing from the document: %s', (answer) => {
    const shown = (resolutions: Choices['resolutions']) =>
      renderToStaticMarkup(
        <GoneSections
          preview={preview()}
          countries={[]}
          resolutions={resolutions}
          language="en"
          t={t}
          onAnswer={nothing}
          isWriting={false}
          onAnswerSeveral={nothing}
          onPair={nothing}
        />,
      )
    expect(backs(shown({}))).toBe(0)
    expect(backs(shown({ 'g/gone@b': answer }))).toBe(1)
    expect(shown({ 'g/whole@b': answer })).toBe(shown({}))
  })

  it('for a section that should stay as it is', () => {
    const shown = (resolutions: Choices['resolutions']) => {
      const [section] = preview().sections
      if (!section) throw new Error('There is no section')
      return renderToStaticMarkup(
        <SectionDetail
          section={{ ...section, decisions: [] }}
          preview={preview()}
          choices={{ pairs: {}, resolutions }}
          isWriting={false}
          ownWords={NOTHING_TYPED}
          language="en"
          pageLanguage="en"
          t={t}
          onAnswer={nothing}
          onPair={nothing}
        />,
      )
    }
    expect(shown({})).toContain('>Keep ours<')
    expect(backs(shown({}))).toBe(0)
    expect(backs(shown({ 'k/stays@a': 'ours' }))).toBe(1)
  })
})
