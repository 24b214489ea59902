import { OverviewView } from '@/admin/overview/OverviewView'
import { screenPage } from '@/app/screenPage'

export default screenPage(OverviewView)
