import { JoinView } from '@/admin/places/JoinView'
import { screenPage } from '@/app/screenPage'

export default screenPage(JoinView)
