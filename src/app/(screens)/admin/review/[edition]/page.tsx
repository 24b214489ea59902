import { ReviewView } from '@/admin/review/ReviewView'
import { screenPage } from '@/app/screenPage'

export default screenPage(ReviewView)
