import { createElement, Fragment, type ReactNode } from 'react'
import { vi } from 'vitest'
import type * as actionButton from '@/admin/ActionButton.client'
import type * as actionForm from '@/admin/ActionForm.client'
import type { AfterAction } from '@/admin/AfterAction.client'
import type { VariantEditorProps } from '@/admin/editor/VariantSectionEditor.client'
import type { ScreenProps } from '@/admin/frame/Screen'
import type * as takeOver from '@/admin/proposals/TakeOverEditor.client'
import type { ChangedMeanwhile } from '@/admin/review/ChangedMeanwhile.client'
import type * as releaseForm from '@/admin/review/ReleaseForm.client'
import type { UnsentMessage } from '@/admin/review/UnsentMessage.client'
import type { UnrecordedUpdate } from '@/admin/updates/UnrecordedWords.client'
import type { UpdateFormProps } from '@/admin/updates/UpdateForm.client'

// Replaces what screens cannot have outside a browser. All files of the project `int-admin` have the same
// replacements, so that they can share the modules that they load.

type Props<Component extends (props: never) => unknown> = Parameters<Component>[0]

// Next.js has a router only in a browser or in its server.
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh() {}, push() {} }), usePathname: () => '/admin' }))

// Payload's frame has programs of the browser: our screens are rendered inside it.
vi.mock('@/admin/frame/AdminFrame', () => ({ AdminFrame: plainFrame }))
vi.mock('@/admin/frame/Screen', () => ({ Screen: plainFrame }))

function plainFrame({ title, lead, buttons, children }: ScreenProps) {
  return createElement('main', null, createElement('h1', null, title), lead, buttons, children)
}

// Payload's editor only runs in a browser: the replacements show what they would begin with.
vi.mock('@/admin/editor/MasterSectionEditor.client', () => ({ MasterSectionEditor: plainEditor }))
vi.mock('@/admin/editor/VariantSectionEditor.client', () => ({ VariantSectionEditor: plainEditor }))
vi.mock('@/admin/proposals/TakeOverEditor.client', () => ({ TakeOverEditor: plainTakeOver }))
vi.mock('@/admin/updates/UpdateForm.client', () => ({ UpdateForm: plainDecision }))

type EditorProps = Pick<VariantEditorProps, 'beside'> & Partial<VariantEditorProps>

function plainEditor({ beside, hasOwnWords, hasAdditionElsewhere, explainedIn, editionNote }: EditorProps) {
  return createElement(
    'section',
    null,
    createElement('h2', null, 'The editor'),
    createElement('h3', null, beside.title),
    beside.marked ?? beside.plain,
    createElement('p', null, `Own words: ${hasOwnWords}. Addition elsewhere: ${hasAdditionElsewhere}.`),
    explainedIn ? createElement('p', null, `Also explained in ${explainedIn}.`) : null,
    createElement('p', null, editionNote),
  )
}

function plainTakeOver({ saved }: Props<typeof takeOver.TakeOverEditor>) {
  const lines: { children?: { text: string }[] }[] = Object(saved.values.body).root.children
  return createElement('p', null, `Editor: ${lines.map(({ children }) => children?.[0]?.text).join(' / ')}`)
}

function plainDecision({ ask, cards, inPlace, mayDecide }: UpdateFormProps) {
  return createElement(
    'form',
    null,
    cards.map(({ name }) => name).join(' / '),
    ask && createElement('a', { href: ask.href }, ask.label),
    inPlace && createElement('a', { href: inPlace }),
    mayDecide ? 'Record the decision' : null,
  )
}

// What somebody typed, and what the page said before, is only known in a browser.
vi.mock('@/admin/review/ChangedMeanwhile.client', () => ({
  ChangedMeanwhile: ({ decision, words: { decided } }: Props<typeof ChangedMeanwhile>) =>
    decision && decided ? `Announced: ${decided.title}. ${decided.text ?? ''}` : 'Nothing is decided.',
}))
vi.mock('@/admin/updates/UnrecordedWords.client', () => ({
  UnrecordedUpdate: ({ place }: Props<typeof UnrecordedUpdate>) =>
    createElement('section', { 'data-kept': JSON.stringify(place) }, `Words of ${place.key}`),
}))
vi.mock('@/admin/review/UnsentMessage.client', () => ({
  UnsentMessage: ({ place, sent }: Props<typeof UnsentMessage>) => `Kept at ${place}, sent: ${sent.join('; ')}.`,
}))

// Whether an action was just done is only known in a browser: here it always was.
vi.mock('@/admin/AfterAction.client', () => ({ AfterAction: ({ children }: Props<typeof AfterAction>) => children }))

// Buttons and forms are the real ones, with what they would send, and with the question that one of them asks first.
vi.mock('@/admin/ActionButton.client', async (original) => {
  const real = await original<typeof actionButton>()
  const ActionButton = (props: Props<typeof real.ActionButton>) =>
    createElement('div', sent(props), createElement(real.ActionButton, props))
  return { ...real, ActionButton }
})
vi.mock('@/admin/ActionForm.client', async (original) => {
  const real = await original<typeof actionForm>()
  const ActionForm = (props: Props<typeof real.ActionForm>) =>
    [...props.choices].reduce(
      (form: ReactNode, { action, input }) =>
        createElement('div', sent({ action, input: { ...props.fixed, ...input }, next: props.next }), form),
      createElement(real.ActionForm, props),
    )
  return { ...real, ActionForm }
})
vi.mock('@/admin/review/ReleaseForm.client', async (original) => {
  const real = await original<typeof releaseForm>()
  const ReleaseForm = (props: Props<typeof real.ReleaseForm>) =>
    createElement(
      Fragment,
      null,
      createElement(real.ReleaseForm, props),
      createElement('h3', null, 'The question:'),
      props.summary,
    )
  return { ...real, ReleaseForm }
})

function sent({ action, input, next }: { action: string; input: Record<string, unknown>; next?: string | undefined }) {
  return { 'data-next': next, 'data-action': action, 'data-input': JSON.stringify(input) }
}
