'use client'

import { useState } from 'react'
import { keepLook, type Look } from '../frame/look'

type Choice = Look | 'auto'

/** Light or dark, or as the browser has it; stored in this browser. */
export function LookChoice({
  title,
  choices,
  chosen: atFirst,
}: {
  title: string
  choices: { value: Choice; label: string }[]
  chosen: Choice
}) {
  const [chosen, setChosen] = useState(atFirst)
  const choose = (value: Choice) => {
    setChosen(value)
    keepLook(value)
  }
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
