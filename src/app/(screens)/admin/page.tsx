import { TasksView } from '@/admin/tasks/TasksView'
import { screenPage } from '@/app/screenPage'

export default screenPage(TasksView)
