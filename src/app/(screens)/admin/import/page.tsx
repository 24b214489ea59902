import { ImportView } from '@/admin/importing/ImportView'
import { screenPage } from '@/app/screenPage'

export default screenPage(ImportView)
