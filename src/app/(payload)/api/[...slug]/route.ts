import config from '@payload-config'
import { apiRoutes } from '@/endpoints/apiRoutes'

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = apiRoutes(config)
