import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { History } from '@/admin/review/History'
import { translatorFor } from '@/messages/translate'
import type { ReviewEvent } from '@/stored/reviewHistory'

const step = (at: string, event: ReviewEvent['event'] = 'submit'): ReviewEvent => ({
  id: at,
  event,
  to: 'submitted',
  actor: 'somebody',
  at,
  comment: '',
})

const shown = (events: ReviewEvent[]) =>
  renderToStaticMarkup(<History {...{ events, userId: 'me', language: 'en', say: translatorFor('en') }} />)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

it('steps of one day have their time, and those of one minute their seconds', () => {
  const said = shown([
    step('2026-11-28T09:00:00.000Z'),
    step('2026-11-29T10:00:05.000Z', 'edit'),
    step('2026-11-29T10:00:40.000Z'),
    step('2026-11-29T11:30:00.000Z', 'edit'),
  ])
  for (const time of ['28 November 2026', '29 Nov 2026, 10:00:05', '29 Nov 2026, 10:00:40', '29 Nov 2026, 11:30 UTC'])
    expect(said).toContain(time)
  expect(said).not.toContain('09:00')
})
