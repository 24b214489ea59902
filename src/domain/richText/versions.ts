import { type BlockKind, isBlockKind } from './blockKinds'
import type { Block, Run } from './richText'

/**
 * A text of which some places stand in three versions, since two people changed them: what a merge made is one as it is. It knows
 * nothing of how the places came about or of what is decided about them.
 */
export type NodeInVersions = BlockInVersions | BlocksInVersions
export type Version = 'ours' | 'base' | 'theirs'

/** A block that is there in all versions, and of which words, attributes or the kind can differ. */
export type BlockInVersions = {
  id: string
  kind: BlockKind
  attrs: Block['attrs']
  runs: readonly (Run | RunsInVersions)[]
  children: readonly NodeInVersions[]
  /** The attributes (and `kind`) that differ. */
  disputed?: readonly ValueInVersions[]
}

type RunsInVersions = { type: 'conflict' } & Record<Version, Run[]>
type Value = Block['attrs'][string] | undefined
type ValueInVersions = { name: string } & Record<Version, Value>

/** Whole blocks that differ; a version that does not have them is empty. `kept` is the one that stands there. */
export type BlocksInVersions = { kind: 'conflict'; kept: 'ours' | 'theirs'; isPlace?: true } & Record<
  Version,
  readonly NodeInVersions[]
>

/** The blocks as one version has them. */
export function onVersion(nodes: readonly NodeInVersions[], version: Version): Block[] {
  return nodes.flatMap((node) =>
    node.kind === 'conflict' ? onVersion(node[version], version) : [blockOn(node, version)],
  )
}

/** The block itself as one version has it, with its children as they are. */
export function ownOnVersion(node: BlockInVersions, version: Version): BlockInVersions {
  const { disputed: _, ...rest } = node
  return { ...rest, ...valuesOf(node, (value) => value[version]), runs: runsOnVersion(node.runs, version) }
}

export function runsOnVersion(runs: BlockInVersions['runs'], version: Version): Run[] {
  return runs.flatMap((run) => (run.type === 'conflict' ? run[version] : [run]))
}

type Valued<One> = { kind: BlockKind; attrs: Block['attrs']; disputed?: readonly One[] }

/** The kind and the attributes of a block, with the value that is chosen for each that differs. */
export function valuesOf<One extends ValueInVersions>(
  { kind: given, attrs: common, disputed = [] }: Valued<One>,
  choose: (value: One) => Value,
): Pick<Block, 'kind' | 'attrs'> {
  const attrs = { ...common }
  let kind = given
  for (const one of disputed) {
    const value = choose(one)
    if (one.name === 'kind') kind = isBlockKind(value) ? value : kind
    else if (value === undefined) delete attrs[one.name]
    else attrs[one.name] = value
  }
  return { kind, attrs }
}

/** Does the block itself differ: its words, its kind or an attribute? */
export function differsItself({ runs, disputed = [] }: BlockInVersions): boolean {
  return runs.some((run) => run.type === 'conflict') || disputed.length > 0
}

/** Does anything in the block differ? */
export function differs(node: NodeInVersions): boolean {
  return node.kind === 'conflict' || differsItself(node) || node.children.some(differs)
}

function blockOn(node: BlockInVersions, version: Version): Block {
  const { id, kind, attrs } = ownOnVersion(node, version)
  return { id, kind, attrs, runs: runsOnVersion(node.runs, version), children: onVersion(node.children, version) }
}
