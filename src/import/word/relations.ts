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
  /** Does the text have a relationship of this id to a part? */
  has: (id: string) => boolean
}

/** The parts that a package names; Word's own names if it names none. */
export async function partPaths(zip: Zip): Promise<PartPaths> {
  const main =
    (await relationsOf({ zip, part: '' })).find(({ type }) => type === 'officeDocument')?.path ?? 'word/document.xml'
  const relations = await relationsOf({ zip, part: main })
  return {
    main,
    of: (wanted) => relations.flatMap(({ type, path }) => (type === wanted ? [path] : [])),
    has: (wanted) => relations.some(({ id }) => id === wanted),
  }
}

async function relationsOf({ zip, part }: { zip: Zip; part: string }): Promise<Relation[]> {
  const folder = folderOf(part)
  const bytes = await zip.read(`${folder === '' ? '' : `${folder}/`}_rels/${nameOf(part)}.rels`)
  const root = bytes && markupTree(new TextDecoder().decode(bytes))
  return (root ? childElements(root).flatMap(childElements) : []).flatMap(({ attributes }) => {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes
    return mode === 'External'
      ? []
      : [{ id, type: type.slice(type.lastIndexOf('/') + 1), path: pathOf({ target, folder }) }]
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
