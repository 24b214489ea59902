import { MasterSectionView } from '@/admin/editor/MasterSectionView'
import { screenPage } from '@/app/screenPage'

export default screenPage(MasterSectionView)
