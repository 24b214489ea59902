import config from '@payload-config'
import { NotFoundView } from '@/admin/frame/NotFoundView'

export default function NotFound() {
  return NotFoundView({ config })
}
