import { childElements, markupTree } from '../markupTree'
import { folderOf, nameOf } from '../sourceFile'
import type { Zip } from './openZip'

type Relation = { id: string; type: string; path: string }

/**
 * Where the parts of a Word file are: the writing program chooses their names, and only the relationships say which is
 * which.
 */
export type PartPaths = {
  /** The text itself. */
  main: string
  /** The parts of a kind (`styles`, `header` …) that belong to the text. */
  of: (type: string) => string[]
  /** Does the text have a relationship of this id to a part of the file? */
  has: (id: string) => boolean
}

/** The parts that a package names; Word's own names if it names none. */
export async function partPaths(zip: Zip): Promise<PartPaths> {
  const main =
    (await relationsOf({ zip, part: '' })).find(({ type }) => type === 'officeDocument')?.path ?? 'word/document.xml'
  const relations = await relationsOf({ zip, part: main })
  const ids = new Set(relations.map(({ id }) => id))
  return {
    main,
    of: (wanted) => relations.flatMap(({ type, path }) => (type === wanted ? [path] : [])),
    has: (wanted) => ids.has(wanted),
  }
}

/** The relationships to parts of the file; one without a target, or to a part that is missing, is like none. */
async function relationsOf({ zip, part }: { zip: Zip; part: string }): Promise<Relation[]> {
  const folder = folderOf(part)
  const bytes = await zip.read(`${folder === '' ? '' : `${folder}/`}_rels/${nameOf(part)}.rels`)
  const names = new Set(zip.names)
  const root = bytes && markupTree(new TextDecoder().decode(bytes))
  return (root ? childElements(root).flatMap(childElements) : []).flatMap(({ attributes }) => {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes
    const path = pathOf({ target, folder })
    return mode === 'External' || !names.has(path) ? [] : [{ id, type: type.slice(type.lastIndexOf('/') + 1), path }]
  })
}

function pathOf({ target, folder }: { target: string; folder: string }): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
