import type { PayloadRequest } from 'payload'

declare global {
  /**
   * The published documents that this server could not read when it last read them, by name. Of the process, not of this
   * module: the built application gives the API and the site each their own copy of a module.
   */
  var unreadableForSite: Set<string> | undefined
}

globalThis.unreadableForSite ??= new Set()
const unreadable = globalThis.unreadableForSite

/** The names of published documents that this server could not read for the site, such as `Release 65f0…`. */
export function unreadableDocuments(): string[] {
  return [...unreadable].toSorted()
}

/**
 * Notes whether a document of this name could be read. The fault is logged once, until the document is read without
 * one.
 */
export function noteRead({
  document,
  fault,
  log,
}: {
  document: string
  fault: Error | null
  log: PayloadRequest['payload']['logger']
}): void {
  if (!fault) unreadable.delete(document)
  else if (!unreadable.has(document)) {
    unreadable.add(document)
    log.error({ err: fault, msg: `${document} cannot be read: the pages of the site that need it are not answered` })
  }
}
