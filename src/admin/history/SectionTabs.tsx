import type { Translator } from '@/messages/translate'

/** The pages of one section, as links: its text and its history. */
export function SectionTabs({
  current,
  text,
  history,
  say,
}: {
  current: 'text' | 'history'
  /** Addresses. */
  text: string
  history: string
  say: Translator
}) {
  const tabs = [
    { name: 'text', href: text, label: say('history.tabs.text') },
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
