import type { Language } from '../domain/language'
import accountDe from './account/de.json'
import accountEl from './account/el.json'
import accountEn from './account/en.json'
import accountEs from './account/es.json'
import accountFr from './account/fr.json'
import accountIt from './account/it.json'
import adminDe from './admin/de.json'
import adminEl from './admin/el.json'
import adminEn from './admin/en.json'
import adminEs from './admin/es.json'
import adminFr from './admin/fr.json'
import adminIt from './admin/it.json'
import checkDe from './check/de.json'
import checkEl from './check/el.json'
import checkEn from './check/en.json'
import checkEs from './check/es.json'
import checkFr from './check/fr.json'
import checkIt from './check/it.json'
import diffDe from './diff/de.json'
import diffEl from './diff/el.json'
import diffEn from './diff/en.json'
import diffEs from './diff/es.json'
import diffFr from './diff/fr.json'
import diffIt from './diff/it.json'
import editorDe from './editor/de.json'
import editorEl from './editor/el.json'
import editorEn from './editor/en.json'
import editorEs from './editor/es.json'
import editorFr from './editor/fr.json'
import editorIt from './editor/it.json'
import filesDe from './files/de.json'
import filesEl from './files/el.json'
import filesEn from './files/en.json'
import filesEs from './files/es.json'
import filesFr from './files/fr.json'
import filesIt from './files/it.json'
import { withFrenchSpaces } from './frenchSpaces'
import historyDe from './history/de.json'
import historyEl from './history/el.json'
import historyEn from './history/en.json'
import historyEs from './history/es.json'
import historyFr from './history/fr.json'
import historyIt from './history/it.json'
import importingDe from './import/de.json'
import importingEl from './import/el.json'
import importingEn from './import/en.json'
import importingEs from './import/es.json'
import importingFr from './import/fr.json'
import importingIt from './import/it.json'
import mailDe from './mail/de.json'
import mailEl from './mail/el.json'
import mailEn from './mail/en.json'
import mailEs from './mail/es.json'
import mailFr from './mail/fr.json'
import mailIt from './mail/it.json'
import overviewDe from './overview/de.json'
import overviewEl from './overview/el.json'
import overviewEn from './overview/en.json'
import overviewEs from './overview/es.json'
import overviewFr from './overview/fr.json'
import overviewIt from './overview/it.json'
import proposalsDe from './proposals/de.json'
import proposalsEl from './proposals/el.json'
import proposalsEn from './proposals/en.json'
import proposalsEs from './proposals/es.json'
import proposalsFr from './proposals/fr.json'
import proposalsIt from './proposals/it.json'
import readerDe from './reader/de.json'
import readerEl from './reader/el.json'
import readerEn from './reader/en.json'
import readerEs from './reader/es.json'
import readerFr from './reader/fr.json'
import readerIt from './reader/it.json'
import refusalDe from './refusal/de.json'
import refusalEl from './refusal/el.json'
import refusalEn from './refusal/en.json'
import refusalEs from './refusal/es.json'
import refusalFr from './refusal/fr.json'
import refusalIt from './refusal/it.json'
import reportDe from './report/de.json'
import reportEl from './report/el.json'
import reportEn from './report/en.json'
import reportEs from './report/es.json'
import reportFr from './report/fr.json'
import reportIt from './report/it.json'
import requestDe from './request/de.json'
import requestEl from './request/el.json'
import requestEn from './request/en.json'
import requestEs from './request/es.json'
import requestFr from './request/fr.json'
import requestIt from './request/it.json'
import treeDe from './tree/de.json'
import treeEl from './tree/el.json'
import treeEn from './tree/en.json'
import treeEs from './tree/es.json'
import treeFr from './tree/fr.json'
import treeIt from './tree/it.json'
import updatesDe from './updates/de.json'
import updatesEl from './updates/el.json'
import updatesEn from './updates/en.json'
import updatesEs from './updates/es.json'
import updatesFr from './updates/fr.json'
import updatesIt from './updates/it.json'
import wordsDe from './words/de.json'
import wordsEl from './words/el.json'
import wordsEn from './words/en.json'
import wordsEs from './words/es.json'
import wordsFr from './words/fr.json'
import wordsIt from './words/it.json'

/** All our own messages, by language; a test compares the others with English. */
const en = {
  ...accountEn,
  ...adminEn,
  ...checkEn,
  ...diffEn,
  ...editorEn,
  ...filesEn,
  ...historyEn,
  ...importingEn,
  ...mailEn,
  ...overviewEn,
  ...proposalsEn,
  ...readerEn,
  ...refusalEn,
  ...reportEn,
  ...requestEn,
  ...treeEn,
  ...updatesEn,
  ...wordsEn,
}

export type MessageKey = keyof typeof en

export const catalogues: Record<Language, Record<MessageKey, string>> = {
  en,
  fr: withFrenchSpaces({
    ...accountFr,
    ...adminFr,
    ...checkFr,
    ...diffFr,
    ...editorFr,
    ...filesFr,
    ...historyFr,
    ...importingFr,
    ...mailFr,
    ...overviewFr,
    ...proposalsFr,
    ...readerFr,
    ...refusalFr,
    ...reportFr,
    ...requestFr,
    ...treeFr,
    ...updatesFr,
    ...wordsFr,
  }),
  es: {
    ...accountEs,
    ...adminEs,
    ...checkEs,
    ...diffEs,
    ...editorEs,
    ...filesEs,
    ...historyEs,
    ...importingEs,
    ...mailEs,
    ...overviewEs,
    ...proposalsEs,
    ...readerEs,
    ...refusalEs,
    ...reportEs,
    ...requestEs,
    ...treeEs,
    ...updatesEs,
    ...wordsEs,
  },
  it: {
    ...accountIt,
    ...adminIt,
    ...checkIt,
    ...diffIt,
    ...editorIt,
    ...filesIt,
    ...historyIt,
    ...importingIt,
    ...mailIt,
    ...overviewIt,
    ...proposalsIt,
    ...readerIt,
    ...refusalIt,
    ...reportIt,
    ...requestIt,
    ...treeIt,
    ...updatesIt,
    ...wordsIt,
  },
  el: {
    ...accountEl,
    ...adminEl,
    ...checkEl,
    ...diffEl,
    ...editorEl,
    ...filesEl,
    ...historyEl,
    ...importingEl,
    ...mailEl,
    ...overviewEl,
    ...proposalsEl,
    ...readerEl,
    ...refusalEl,
    ...reportEl,
    ...requestEl,
    ...treeEl,
    ...updatesEl,
    ...wordsEl,
  },
  de: {
    ...accountDe,
    ...adminDe,
    ...checkDe,
    ...diffDe,
    ...editorDe,
    ...filesDe,
    ...historyDe,
    ...importingDe,
    ...mailDe,
    ...overviewDe,
    ...proposalsDe,
    ...readerDe,
    ...refusalDe,
    ...reportDe,
    ...requestDe,
    ...treeDe,
    ...updatesDe,
    ...wordsDe,
  },
}
