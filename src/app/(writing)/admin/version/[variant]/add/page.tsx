import { AddSectionView } from '@/admin/editor/AddSectionView'
import { screenPage } from '@/app/screenPage'

export default screenPage(AddSectionView)
