/** The header in which `src/proxy.ts` passes the address of a page on to its view: path and query. */
export const ADDRESS_HEADER = 'x-page-address'
