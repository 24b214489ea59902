import { ReviewsView } from '@/admin/review/ReviewsView'
import { screenPage } from '@/app/screenPage'

export default screenPage(ReviewsView)
