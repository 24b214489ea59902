import { SignIcon } from '@/icons/SignIcon'
import { fileAddress, type Place } from './overviewPlace'

/** The table as files, with the filters of the screen. */
export function FileLinks({ place, table, about }: { place: Place; table: 'sections' | 'changes'; about: string }) {
  const { say } = place
  return (
    <p className="row table-files">
      {(['csv', 'xlsx'] as const).map((format) => (
        <a key={format} href={fileAddress(place, table, format)} download>
          <SignIcon sign="download" /> {say(`overview.file.${format}`)}
          <span className="vh">: {about}</span>
        </a>
      ))}
    </p>
  )
}
