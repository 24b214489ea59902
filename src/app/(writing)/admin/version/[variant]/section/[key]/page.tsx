import { VariantSectionView } from '@/admin/editor/VariantSectionView'
import { screenPage } from '@/app/screenPage'

export default screenPage(VariantSectionView)
