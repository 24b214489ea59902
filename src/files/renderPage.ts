import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { DifferencePage, type DifferencePageGiven } from './DifferencePage'
import { MergePage, type MergePageGiven } from './MergePage'

export function renderDifferencePage(given: DifferencePageGiven): string {
  return page(createElement(DifferencePage, given))
}

export function renderMergePage(given: MergePageGiven): string {
  return page(createElement(MergePage, given))
}

function page(element: Parameters<typeof renderToStaticMarkup>[0]): string {
  return `<!doctype html>\n${renderToStaticMarkup(element)}\n`
}
