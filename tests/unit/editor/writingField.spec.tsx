// @vitest-environment happy-dom
import { act, type ReactNode, use, useEffect, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { EditorServer } from '@/admin/editor/EditorServer.client'
import { SIGNED_OUT } from '@/admin/editor/editorFunctions'
import { RichTextInput } from '@/admin/editor/RichTextInput.client'
import { editorText } from '@/admin/editor/sectionValues'
import { catalogues } from '@/messages/catalogues'
import { translatorFor } from '@/messages/translate'

type Parts = { Field: ReactNode } | undefined
type Asked = { initialValue: unknown }

// Payload's editor only runs in a browser, with styles that Node cannot load. This one loads its parts in the same way.
vi.mock('@payloadcms/ui', async () => {
  const { createContext } = await import('react')
  const ServerFunctionsContext = createContext({
    _internal_renderField: (asked: Asked): Promise<Parts> => ask(asked),
    getFormState: async () => ({}),
  })
  const Around = ({ children }: { children: ReactNode }) => children
  return {
    DocumentInfoProvider: Around,
    OperationProvider: Around,
    RootProvider: Around,
    ServerFunctionsContext,
    useDocumentInfo: () => ({ getDocPreferences }),
    useServerFunctions: () => use(ServerFunctionsContext),
  }
})
vi.mock('@payloadcms/richtext-lexical/client', async () => {
  const { useServerFunctions } = await import('@payloadcms/ui')
  return {
    RenderLexical: ({ initialValue }: Asked) => {
      const { _internal_renderField } = useServerFunctions()
      const [field, setField] = useState<ReactNode>(null)
      // biome-ignore lint/correctness/useExhaustiveDependencies: once, as Payload's
      useEffect(() => {
        void _internal_renderField({ initialValue } as never).then((parts) => setField(parts.Field))
      }, [])
      return field
    },
  }
})
vi.mock('@/admin/editor/writingGround.client', () => ({
  WritingGroundProvider: ({ children }: { children: ReactNode }) => children,
}))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const opening = editorText([])
const place = <div className="ContentEditable__root" tabIndex={-1} />
const words = catalogues.en

const Broken = () => {
  throw new Error('Failed to load chunk')
}

let asked: Asked[]
let answer: (parts: Parts) => void
let user: object | null
let ground: object | undefined
const onChange = vi.fn<() => void>()
let root: Root
const pending = { current: 0 }
let preferences: Promise<null>

function getDocPreferences(): Promise<null> {
  return preferences
}

function ask(given: Asked): Promise<Parts> {
  asked.push(given)
  return new Promise((resolve) => {
    answer = resolve
  })
}

// In the tests it takes longer to load than the answers of the server.
beforeAll(() => import('@/admin/editor/WritingField.client'))

beforeEach(async () => {
  asked = []
  user = { id: 'u' }
  ground = {}
  pending.current = 0
  preferences = Promise.resolve(null)
  onChange.mockClear()
  document.body.innerHTML = '<div id="place"></div>'
  root = createRoot(document.getElementById('place') ?? document.body)
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

const open = () =>
  act(async () => {
    root.render(
      <EditorServer call={async () => (user ? ground : SIGNED_OUT)}>
        <RichTextInput
          collection="variant-sections"
          country="ie"
          field="body"
          labelId="label"
          language="en"
          pageLanguage="en"
          opening={opening}
          pending={pending}
          isCurrent={() => true}
          t={translatorFor('en')}
          onChange={onChange}
        />
      </EditorServer>,
    )
    await settled()
  })
const comes = (parts: Parts) =>
  act(async () => {
    answer(parts)
    await settled()
  })
const settled = () => new Promise((resolve) => setTimeout(resolve, 20))
const said = () => document.querySelector('[role=status]')?.textContent ?? ''
const button = () => document.querySelector('button')
const press = () =>
  act(async () => {
    button()?.focus()
    button()?.click()
    await settled()
  })

it('says that the text is opening until the field is there', async () => {
  await open()
  expect(said()).toBe(words['editor.opening'])
  await comes({ Field: place })
  expect(said()).toBe('')
})

it('lets nobody save before what the first form in the text asks for is there', async () => {
  let arrive = () => {}
  preferences = new Promise((resolve) => {
    arrive = () => resolve(null)
  })
  await open()
  await comes({ Field: place })
  expect(pending.current).toBe(1)
  await act(async () => arrive())
  expect(pending.current).toBe(0)
})

it('says what could not be loaded, and the same button loads the same text again', async () => {
  await open()
  await comes(undefined)
  expect(said()).toContain(words['editor.field.missing'])
  expect(said()).toContain(words['editor.field.kept'])
  const first = button()
  await press()
  expect(asked).toHaveLength(2)
  expect(said()).toContain(words['editor.opening'])
  await comes(undefined)
  expect(said()).toContain(words['editor.field.missing'])
  expect(button()).toBe(first)
  expect(document.activeElement).toBe(first)
  await press()
  expect(asked.map(({ initialValue }) => initialValue)).toEqual([opening, opening, opening])
  await comes({ Field: place })
  expect(said()).toBe('')
  expect(document.activeElement?.className).toBe('ContentEditable__root')
  expect(onChange).not.toHaveBeenCalled()
})

it('says so if the server does not send what the editor needs, and requests it again', async () => {
  ground = undefined
  await open()
  expect(said()).toContain(words['editor.field.missing'])
  expect(asked).toEqual([])
  ground = {}
  await press()
  await comes({ Field: place })
  expect(said()).toBe('')
})

it('sends one request at a time, however often the button is pressed', async () => {
  await open()
  await comes(undefined)
  await press()
  await press()
  expect(asked).toHaveLength(2)
})

it('tries again by itself when the browser is online, if something is missing', async () => {
  await open()
  const online = () =>
    act(async () => {
      window.dispatchEvent(new Event('online'))
      await settled()
    })
  await online()
  expect(asked).toHaveLength(1)
  await comes(undefined)
  await online()
  expect(asked).toHaveLength(2)
  const typing = document.body.appendChild(document.createElement('input'))
  typing.focus()
  await comes({ Field: place })
  expect(document.activeElement).toBe(typing)
  await online()
  expect(asked).toHaveLength(2)
})

it('tries again if the browser is online when loading fails', async () => {
  await open()
  await act(async () => {
    answer(undefined)
    await settled()
    window.dispatchEvent(new Event('online'))
    await settled()
  })
  expect(asked).toHaveLength(2)
  await comes({ Field: place })
  expect(said()).toBe('')
})

it('can be tried again if the session had ended and the page is still open', async () => {
  user = null
  await open()
  expect(asked).toEqual([])
  user = { id: 'u' }
  await press()
  await comes({ Field: place })
  expect(said()).toBe('')
})

it('offers to load the page again if no answer arrives, and opens the field if the answer arrives late', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  await open()
  await act(() => vi.advanceTimersByTimeAsync(29_000))
  expect(said()).toBe(words['editor.opening'])
  await act(() => vi.advanceTimersByTimeAsync(2_000))
  vi.useRealTimers()
  expect(said()).toContain(words['editor.field.late'])
  expect(said()).toContain(words['editor.field.kept'])
  expect(button()?.textContent).toBe(words['editor.field.reload'])
  await comes({ Field: place })
  expect(said()).toBe('')
})

it("keeps the page if the field's program fails, and offers to load it again", async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  await open()
  await comes({ Field: <Broken /> })
  expect(said()).toContain(words['editor.field.missing'])
  expect(button()?.textContent).toBe(words['editor.field.reload'])
  const reload = vi.spyOn(window.location, 'reload').mockImplementation(() => {})
  await press()
  expect(reload).toHaveBeenCalledOnce()
  vi.restoreAllMocks()
})
