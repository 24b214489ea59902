'use client'

import { useTheme } from '@payloadcms/ui'

type Look = 'auto' | 'light' | 'dark'

/** Light or dark; stored in this browser. */
export function LookChoice({ title, choices }: { title: string; choices: { value: Look; label: string }[] }) {
  const { autoMode, setTheme, theme } = useTheme()
  const chosen = autoMode ? 'auto' : theme
  // Payload's own screen passes `auto` too; its type does not include it.
  const choose = (value: Look) => setTheme(value as 'light' | 'dark')
  return (
    <section className="panel stack">
      <fieldset className="inline">
        <legend>{title}</legend>
        {choices.map(({ value, label }) => (
          <label key={value} className="tickbox">
            <input type="radio" name="look" value={value} checked={chosen === value} onChange={() => choose(value)} />
            {label}
          </label>
        ))}
      </fieldset>
    </section>
  )
}
