import type { Translator } from '@/messages/translate'

/** The way to each part of a long form. It stays at the upper edge of the window. */
export function FormParts({ parts, t }: { parts: readonly { id: string; title: string }[]; t: Translator }) {
  return (
    <nav className="parts" aria-label={t('updates.parts.label')}>
      <ul className="tabs">
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
