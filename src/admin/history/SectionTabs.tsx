import type { Translator } from '@/messages/translate'

/** The pages of one section, as links: its text, the text beside the common text, and its history. */
export function SectionTabs({
  current,
  text,
  sides,
  history,
  say,
}: {
  current: 'text' | 'sides' | 'history'
  /** Addresses. */
  text: string
  /** Without it there is nothing to stand beside the text. */
  sides?: string | null
  history: string
  say: Translator
}) {
  const tabs = [
    { name: 'text', href: text, label: say('history.tabs.text') },
    ...(sides ? [{ name: 'sides', href: sides, label: say('history.tabs.sides') }] : []),
    { name: 'history', href: history, label: say('history.tabs.history') },
  ]
  return (
    <nav aria-label={say('history.tabs.label')}>
      <ul className="tabs">
        {tabs.map(({ name, href, label }) => (
          <li key={name}>
            <a href={href} {...(name === current ? { 'aria-current': 'page' as const } : {})}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
