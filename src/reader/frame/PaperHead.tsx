import { translate } from '@/messages/translate'
import type { VersionView } from '../versionView'
import { paperLines } from './paper'

/** Printed above the text, because the bars of the page are not printed. */
export function PaperHead({
  version,
  section,
  number,
  compare,
  since,
}: {
  version: VersionView
  section?: string
  number?: string
  compare?: true
  /** The number of the earlier release that this one is compared with. */
  since?: string
}) {
  const { head, address, newer } = paperLines(version, {
    ...(section ? { section } : {}),
    ...(compare ? { compare } : {}),
    ...(since ? { since } : {}),
  })
  return (
    <p>
      <strong>{head}</strong>
      {number && ` · ${number}`}
      {` · ${address}`}
      <br />
      {newer}
      {(compare || since) && (
        <>
          <br />
          {translate(version.language, 'reader.paper-marks')}
        </>
      )}
    </p>
  )
}
