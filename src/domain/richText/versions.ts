import { type BlockKind, isBlockKind } from './blockKinds'
import type { Block, Run } from './richText'

/**
 * A text that has three versions in some places, because two people changed them. The result of a merge is one. It does not know
 * how the versions came about, or which one is chosen.
 */
export type NodeInVersions = BlockInVersions | BlocksInVersions
export type Version = 'ours' | 'base' | 'theirs'

/** A block that all versions have, with words, attributes or a kind that can differ. */
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

/** Whole blocks that differ; empty in a version that does not have them. `kept` is the version that the merged text has. */
export type BlocksInVersions = { kind: 'conflict'; kept: 'ours' | 'theirs'; isPlace?: true } & Record<
  Version,
  readonly NodeInVersions[]
>

/** The blocks of one version. */
export function onVersion(nodes: readonly NodeInVersions[], version: Version): Block[] {
  return nodes.flatMap((node) =>
    node.kind === 'conflict' ? onVersion(node[version], version) : [blockOn(node, version)],
  )
}

/** The block itself in one version, with its children in all versions. */
export function ownOnVersion(node: BlockInVersions, version: Version): BlockInVersions {
  const { disputed: _, ...rest } = node
  return { ...rest, ...valuesOf(node, (value) => value[version]), runs: runsOnVersion(node.runs, version) }
}

export function runsOnVersion(runs: BlockInVersions['runs'], version: Version): Run[] {
  return runs.flatMap((run) => (run.type === 'conflict' ? run[version] : [run]))
}

type Valued<One> = { kind: BlockKind; attrs: Block['attrs']; disputed?: readonly One[] }

/** The kind and the attributes of a block, with the chosen value where they differ. */
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
