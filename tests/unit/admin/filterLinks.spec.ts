import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { FilterLinks } from '@/admin/words/FilterLinks'

test('filters are links with their counts; one that shows nothing is there only if it is chosen or shows all', () => {
  const filter = (key: string, count: number | null, given = {}) => {
    return { key, name: key, count, address: `?show=${key}`, isChosen: false, ...given }
  }
  const html = renderToStaticMarkup(
    createElement(FilterLinks, {
      label: 'Show',
      filters: [
        filter('all', 0, { isAll: true }),
        filter('ready', 2),
        filter('paused', 0),
        filter('kept', 0, { isChosen: true }),
        filter('by number', null),
      ],
    }),
  )
  expect(html.replace(/<li>|<\/?ul[^>]*>/g, '').split('</li>')).toEqual([
    '<nav aria-label="Show"><a href="?show=all">all <b>0</b></a>',
    '<a href="?show=ready">ready <b>2</b></a>',
    '<a href="?show=kept" aria-current="true">kept <b>0</b></a>',
    '<a href="?show=by number">by number</a>',
    '</nav>',
  ])
})
