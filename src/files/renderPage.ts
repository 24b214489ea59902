import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { DifferencePage, type DifferencePageGiven } from './DifferencePage'
import { MergePage, type MergePageGiven } from './MergePage'
import { mergeView } from './mergeView'

export function renderDifferencePage(given: DifferencePageGiven): string {
  return page(createElement(DifferencePage, given))
}

export function renderMergePage(given: Omit<MergePageGiven, 'frontMatter' | 'body'>): string {
  const { frontMatter, body } = given.merge
  const shown = { frontMatter: mergeView(frontMatter, 'f'), body: mergeView(body, 'd') }
  return page(createElement(MergePage, { ...given, ...shown }))
}

function page(element: Parameters<typeof renderToStaticMarkup>[0]): string {
  return `<!doctype html>\n${renderToStaticMarkup(element)}\n`
}
