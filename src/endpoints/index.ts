import type { Endpoint } from 'payload'
import { choosePasswordEndpoint } from './account/choosePassword'
import { ownAccountEndpoints } from './account/ownAccount'
import { actEndpoint } from './act'
import { forPersonOfPage } from './forPersonOfPage'
import { healthEndpoint } from './health'
import { importEndpoint } from './importDocument'
import { linksEndpoint } from './links/askAboutLinks'
import { overviewFileEndpoint } from './overview/overviewFile'
import { addPictureEndpoint, listPicturesEndpoint, pictureFileEndpoint } from './pictures'
import { reportFileEndpoint } from './report/reportFile'
import { takeInWordEndpoint } from './word/takeInWord'
import { wordFileEndpoint } from './word/wordFile'

/** Payload's preview picture for links to the admin takes words from any request's address; nobody here needs it. */
const noPictureEndpoint: Endpoint = {
  path: '/og',
  method: 'get',
  handler: async () => new Response(null, { status: 404 }),
}

/** Our routes besides Payload's. Each first checks who is calling, and for whom the calling page was made. */
export const endpoints: Endpoint[] = [
  healthEndpoint,
  actEndpoint,
  importEndpoint,
  choosePasswordEndpoint,
  ...ownAccountEndpoints,
  addPictureEndpoint,
  listPicturesEndpoint,
  pictureFileEndpoint,
  overviewFileEndpoint,
  reportFileEndpoint,
  wordFileEndpoint,
  linksEndpoint,
  takeInWordEndpoint,
  noPictureEndpoint,
].map(forPersonOfPage)
