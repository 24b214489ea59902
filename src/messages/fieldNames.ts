import type { MessageKey } from './catalogues'

/** The names on the screens of the fields that people fill in, by the name under which they are sent. */
export const FIELD_NAMES: Readonly<Record<string, MessageKey>> = {
  addition: 'editor.addition',
  additionPlace: 'editor.place.legend',
  body: 'editor.body',
  changeReasons: 'editor.change-why.title',
  comment: 'admin.decision.message',
  current: 'account.password.current',
  email: 'account.address.email',
  explanation: 'editor.why.explanation',
  guidance: 'editor.master.guidance',
  name: 'account.person.name',
  notes: 'admin.release.notes',
  reason: 'editor.why.reason',
  rules: 'editor.rules.title',
  sources: 'editor.why.source',
  summary: 'editor.summary',
  title: 'editor.title',
  version: 'admin.release.version',
  wanted: 'account.password.wanted',
}
