import { type Run, text } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'
import { type BlockInVersions, runsOnVersion } from '@/domain/richText/versions'
import { destination, type LinePlace, quoted, type Spelling, writeRuns } from './writeRuns'

/** The words of a block as lines; none if it has no words. */
export function lineOf({ runs }: BlockInVersions, place: LinePlace, spelling: Spelling): string[] {
  const written = writeRuns({ runs: runsOnVersion(runs, 'ours'), place, spelling })
  return written === '' ? [] : written.split('\n')
}

/** A picture with its description, and its caption as title. */
export function writeImage(node: BlockInVersions, spelling: Spelling): string {
  const { isSource } = spelling
  const caption = plainTextOf(runsOnVersion(node.runs, 'ours')).replace(/\n/g, ' ')
  const title = caption === '' ? '' : ` ${quoted(caption, isSource)}`
  const address = destination({ url: String(node.attrs.media ?? ''), hasTitle: caption !== '', isSource })
  return `![${label(String(node.attrs.alt ?? ''), spelling)}](${address}${title})`
}

/** The words between square brackets: they are read as a line, without its formatting. */
export function label(value: string, spelling: Spelling): string {
  const inBrackets: Run[] = [text(value, [], '#')]
  return /^\[([\s\S]*)\]\(#\)$/.exec(writeRuns({ runs: inBrackets, place: 'heading', spelling }))?.[1] ?? ''
}
